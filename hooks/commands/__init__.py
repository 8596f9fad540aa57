"""The commands of `portal`, one module each: reading arguments, printing, exit codes. What they do lies in `portal/`."""
