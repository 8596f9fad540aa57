// An old address may name a part, such as #punkt-3; it leads to the same part of the new page.
const link = document.querySelector("main a");
if (location.hash) location.replace(link.href + location.hash);
