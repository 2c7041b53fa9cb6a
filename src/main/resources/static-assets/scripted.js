// Before anything is drawn: script runs here, so that what it folds away never flashes up.
document.body.classList.add("js-enabled", ...("noModule" in HTMLScriptElement.prototype ? ["govuk-frontend-supported"] : []));
