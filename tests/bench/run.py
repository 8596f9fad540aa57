"""Measures a checkout, part by part, and keeps what was found."""

from __future__ import annotations

import datetime as dt
import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from bench import synthetic
from bench.checkout import Checkout, machine
from bench.costs import Failed, megabytes
from bench.peers import compare
from bench.plan import Plan
from bench.rebuild import rebuild, serve
from bench.report import report
from bench.results import Build, Results, as_json


def run(checkout: Checkout, plan: Plan) -> Results:
    """Everything the plan asks for; results are stored after every part, so that an interrupted run keeps what it has."""
    taken = dt.datetime.now(dt.UTC).strftime("%Y-%m-%d %H:%M UTC")
    results = Results(commit=checkout.commit, taken=taken, machine=machine())
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        if "builds" in plan.parts:
            for size in plan.sizes:
                _tell(results, f"{size:,} records: build and check")
                results.builds.append(_built(checkout, size, folder))
                _store(results, plan)
        if "peers" in plan.parts:
            _tell(results, "other generators")
            results.peers.extend(compare(folder, plan.size, results.missing))
            _store(results, plan)
        results = _changed(checkout, plan, results, folder)
        if "visits" in plan.parts:
            results = _visited(checkout, plan, results, folder)
    _store(results, plan)
    return results


def _built(checkout: Checkout, size: int, folder: Path) -> Build:
    """A cold build in folders of its own, gone afterwards: 30,000 records make gigabytes."""
    data, site, cache, checked = (folder / name for name in ("data", "site", "cache", "checked"))
    synthetic.write(data, size)
    try:
        cost, phases = checkout.build(data, site, cache)
        files = [path for path in site.rglob("*") if path.is_file()]
        return Build(
            records=size,
            pages=sum(path.suffix == ".html" for path in files),
            files=len(files),
            size=megabytes(site),
            seconds=cost.seconds,
            processor=cost.processor,
            check=checkout.check(data, checked).seconds,
            check_again=checkout.check(data, checked).seconds,
            phases=phases,
            memory=cost.memory,
            memory_without_pagefind=cost.memory_apart,
        )
    finally:
        _remove(data, site, cache, checked)


def _changed(checkout: Checkout, plan: Plan, results: Results, folder: Path) -> Results:
    data, cache = folder / "data", folder / "cache"
    if "rebuild" in plan.parts:
        _tell(results, f"{plan.size:,} records: one changed, built again")
        synthetic.write(data, plan.size)
        results = replace(results, rebuild=rebuild(checkout, data, plan.size, folder))
        _store(results, plan)
        _remove(data, folder / "site", cache)
    if "serve" in plan.parts:
        _tell(results, f"{plan.size:,} records: one changed under mkdocs serve")
        synthetic.write(data, plan.size)
        try:
            results = replace(results, serve=serve(checkout, data, plan.size, folder))
        except Failed as error:
            results.missing.append(f"mkdocs serve, {plan.size:,} records: {error}")
        _store(results, plan)
        _remove(data, cache, folder / "temporary")
    return results


def _visited(checkout: Checkout, plan: Plan, results: Results, folder: Path) -> Results:
    # Only this part needs a browser; comparing old commits shall work without one.
    from browser.chromium import NoChromium
    from playwright.sync_api import Error

    from bench.visitor import visits

    _tell(results, f"{plan.size:,} records: a visitor")
    data, site = folder / "data", folder / "site"
    synthetic.write(data, plan.size)
    try:
        checkout.build(data, site, folder / "cache")
        return replace(results, visits=visits(site, data, plan.size))
    except (NoChromium, Error) as error:
        results.missing.append(f"A visitor, {plan.size:,} records: {error}")
        return results
    finally:
        _remove(data, site, folder / "cache")


def _store(results: Results, plan: Plan) -> None:
    plan.out.mkdir(parents=True, exist_ok=True)
    path = plan.file_of(results.commit)
    path.write_bytes(as_json(results))
    path.with_suffix(".md").write_text(report(results), encoding="utf-8")


def _remove(*folders: Path) -> None:
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


def _tell(results: Results, doing: str) -> None:
    print(f"{results.commit}: {doing} …", file=sys.stderr, flush=True)
