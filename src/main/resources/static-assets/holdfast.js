// Every page works without this. With it: components come alive, drafts save themselves, and nobody is signed out unawares.
import { initAll } from "./govuk-frontend.min.js";

initAll();
document.addEventListener("htmx:afterSwap", (event) => initAll(event.detail.target));

const meta = (name) => document.querySelector(`meta[name="${name}"]`);
const announcements = document.getElementById("announcements");
const announce = (text) => { announcements.textContent = text; };

/* Drafts */

const page = { window: crypto.randomUUID?.() ?? String(Math.random()), since: meta("holdfast-served")?.content ?? "" };
const ANNOUNCE_AT_MOST_EVERY = 30_000;
const unsaved = new Set();

function keepDraft(form) {
  const status = form.querySelector("[data-saved]");
  const changed = new Set();
  let timer;
  let sending;
  let delay = 1000;
  let announcedAt = 0;
  let toldOfOtherWindow = false;

  const worthKeeping = (field) => field.name && !["file", "password", "hidden", "submit", "button"].includes(field.type);
  const later = (after) => { clearTimeout(timer); timer = setTimeout(save, after); };
  const tell = (text, atOnce) => {
    if (status) status.textContent = text;
    if (atOnce || Date.now() - announcedAt > ANNOUNCE_AT_MOST_EVERY) {
      announcedAt = Date.now();
      announce(text);
    }
  };

  function body(names) {
    const typed = new FormData(form);
    const sent = new URLSearchParams({
      "draft-window": page.window, "draft-since": page.since, "draft-language": document.documentElement.lang,
      [meta("holdfast-csrf").dataset.name]: meta("holdfast-csrf").content,
    });
    for (const name of names) {
      sent.append(`_${name}`, "on");
      for (const value of typed.getAll(name)) sent.append(name, value);
    }
    return sent;
  }

  async function save() {
    if (sending || changed.size === 0) return;
    const names = [...changed];
    changed.clear();
    sending = new AbortController();
    try {
      const answer = await fetch(`/drafts/${form.dataset.draft}`, {
        method: "POST", body: body(names), headers: { Accept: "application/json" },
        redirect: "manual", keepalive: true, signal: sending.signal,
      });
      if (!answer.ok && answer.type !== "opaqueredirect") throw new Error(String(answer.status));
      if (!answer.headers.get("Content-Type")?.includes("json")) {
        // a page instead of an answer: the one to sign in on
        names.forEach((name) => changed.add(name));
        if (await proofRenewed()) later(0);
        else session?.ended();
        return;
      }
      const saved = await answer.json();
      page.since = saved.at;
      delay = 1000;
      session?.active();
      tell(saved.text, false);
      if (saved.elsewhere && !toldOfOtherWindow) {
        toldOfOtherWindow = true;
        tell(announcements.dataset.elsewhere, true);
      }
    } catch (problem) {
      if (problem.name === "AbortError") return;
      names.forEach((name) => changed.add(name));
      tell(announcements.dataset.notSaved, delay === 1000);
      delay = Math.min(delay * 2, 30_000);
      later(delay);
    } finally {
      sending = undefined;
      if (changed.size === 0) unsaved.delete(form);
    }
  }

  form.addEventListener("input", (event) => {
    if (!worthKeeping(event.target)) return;
    changed.add(event.target.name);
    unsaved.add(form);
    later(delay);
  });
  form.addEventListener("focusout", () => { if (changed.size > 0) later(0); });
  document.addEventListener("visibilitychange", () => { if (document.hidden) save(); });
  // What is sent for good must not come back as a draft.
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    sending?.abort();
    changed.clear();
    unsaved.delete(form);
  });
}

document.querySelectorAll("form[data-draft]").forEach(keepDraft);
document.querySelectorAll("form[method=post]:not([data-draft])").forEach((form) => {
  form.addEventListener("input", () => unsaved.add(form));
  form.addEventListener("submit", () => unsaved.delete(form));
});

/* An agenda reordered by mouse or finger. A drop sends the row's own form, the same as its buttons, which the keyboard uses. */

const reordering = document.getElementById("reordering");
const words = (name, ...values) => reordering.dataset[name].replace(/\{(\d)\}/g, (_, place) => values[place]);

function draggable(row, rows) {
  const place = row.querySelector('input[name="position"]');
  if (!place) return;
  const handle = document.createElement("span");
  // No control of its own: whoever uses no pointer has the buttons.
  handle.className = "hf-drag";
  handle.setAttribute("aria-hidden", "true");
  handle.title = words("drag", row.dataset.called);
  row.querySelector("th").prepend(handle);
  let over;

  const unmark = () => rows.forEach((each) => each.classList.remove("hf-drop-above", "hf-drop-below", "hf-dragged"));
  const under = (y) => rows.find((each) => y < each.getBoundingClientRect().bottom) ?? rows.at(-1);

  function move(event) {
    const target = under(event.clientY);
    if (target === over) return;
    unmark();
    over = target;
    row.classList.add("hf-dragged");
    if (over !== row) over.classList.add(rows.indexOf(over) < rows.indexOf(row) ? "hf-drop-above" : "hf-drop-below");
    announce(words("over", over.dataset.place, rows.length));
  }

  function end(dropped) {
    handle.removeEventListener("pointermove", move);
    unmark();
    if (dropped && over && over !== row) {
      sessionStorage.setItem("holdfast-moved", words("moved", row.dataset.called, over.dataset.place));
      place.value = over.dataset.place;
      place.form.requestSubmit();
    } else {
      announce(words("kept", row.dataset.called));
    }
    over = undefined;
  }

  handle.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
    handle.addEventListener("pointermove", move);
    over = row;
    row.classList.add("hf-dragged");
    const stop = new AbortController();
    const until = (type, target, dropped) => target.addEventListener(type, (ended) => {
      if (ended.key && ended.key !== "Escape") return;
      stop.abort();
      end(dropped);
    }, { signal: stop.signal });
    until("pointerup", handle, true);
    until("pointercancel", handle, false);
    until("keydown", document, false);
  });
}

if (reordering) {
  const rows = [...document.querySelectorAll("tr[data-place]")];
  rows.forEach((row) => draggable(row, rows));
  const moved = sessionStorage.getItem("holdfast-moved");
  sessionStorage.removeItem("holdfast-moved");
  // A page that has just come says nothing in its live region before it is drawn.
  if (moved && location.hash.startsWith("#item-")) setTimeout(() => announce(moved), 500);
}

/* The end of the session */

const WARN_BEFORE = 150;

const person = meta("holdfast-person")?.content;

// The proof that the forms of this window carry must be of the session that is on now. Somebody else's session is none of this page's.
function adopt(whose, proof) {
  if (whose !== person) {
    location.replace("/");
    return false;
  }
  const old = meta("holdfast-csrf");
  const changed = proof !== old.content;
  old.content = proof;
  document.querySelectorAll(`input[name="${old.dataset.name}"]`).forEach((field) => { field.value = proof; });
  return changed;
}

// Signed in again, perhaps in another window: goes on with the new session. False where nobody is signed in.
async function proofRenewed() {
  const answer = await fetch("/help", { redirect: "manual" });
  if (!answer.ok) return false;
  const help = new DOMParser().parseFromString(await answer.text(), "text/html");
  const whose = help.querySelector('meta[name="holdfast-person"]')?.content;
  return whose ? adopt(whose, help.querySelector('meta[name="holdfast-csrf"]').content) : false;
}

function watchSession(seconds) {
  const dialog = document.getElementById("time-out");
  const part = (name) => dialog.querySelector(`[data-${name}]`);
  const windows = new BroadcastChannel("holdfast");
  let last = Date.now();
  let over = false;

  function show(isOver) {
    over = isOver;
    part("warning").hidden = over;
    part("ended").hidden = !over;
    if (!dialog.open) dialog.showModal();
    part(over ? "again" : "stay").focus();
  }

  function heard() {
    last = Date.now();
    over = false;
    if (dialog.open) dialog.close();
  }

  function active() {
    heard();
    windows.postMessage({ person });
  }

  function ended() {
    if (over) return;
    // Answers that are only in this window stay here while the person signs in in another one.
    part("again").target = unsaved.size > 0 ? "_blank" : "_self";
    show(true);
  }

  async function stay() {
    try {
      const answer = await fetch("/still-here", { redirect: "manual", headers: { "HX-Request": "true" } });
      if (answer.ok) active();
      else ended();
    } catch {
      announce(announcements.dataset.notSaved);
    }
  }

  async function back() {
    if (!over) heard();
    else if (await proofRenewed()) heard();
  }

  function check() {
    const left = seconds - (Date.now() - last) / 1000;
    if (left <= 0) ended();
    else if (left <= Math.min(WARN_BEFORE, seconds / 2) && !dialog.open) show(false);
  }

  windows.addEventListener("message", (event) => {
    if (event.data.proof && event.data.person) {
      adopt(event.data.person, event.data.proof);
      heard();
    } else {
      back();
    }
  });
  windows.postMessage({ person, proof: meta("holdfast-csrf")?.content });
  part("stay").addEventListener("click", stay);
  dialog.addEventListener("cancel", (event) => { event.preventDefault(); if (!over) stay(); });
  document.addEventListener("htmx:beforeSwap", (event) => {
    // a whole page that nobody is signed in on, where a piece of this one was asked for
    const answer = event.detail.xhr.responseText;
    if (!answer.includes("<!DOCTYPE") || answer.includes("holdfast-person")) {
      active();
    } else {
      event.detail.shouldSwap = false;
      ended();
    }
  });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) over ? back() : check(); });
  setInterval(check, 5000);
  return { active, ended };
}

// N and P turn the pages of a pack; the same links stand on the page for whoever has no keyboard or no script
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest("input, textarea, select, [contenteditable]")) return;
  const way = { n: "next", p: "prev" }[event.key.toLowerCase()];
  const link = way && document.querySelector(`[data-keys] a[rel=${way}]`);
  if (link) link.click();
});

const session = meta("holdfast-timeout") ? watchSession(Number(meta("holdfast-timeout").content)) : undefined;
