// Everything works without this. With it, the components of GOV.UK Frontend come alive.
import { initAll } from "./govuk-frontend.min.js";

initAll();
