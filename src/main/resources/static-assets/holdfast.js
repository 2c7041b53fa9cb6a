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
    // the version it was typed over goes along, so that what somebody else saves meanwhile is noticed
    for (const name of form.elements.version ? [...names, "version"] : names) {
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

/* Whoever moves an item with its buttons goes on from the button they pressed, wherever the item stands now. */
function stepwise(row, rows) {
  row.querySelectorAll('button[name="position"]').forEach((button, pressed) => button.addEventListener("click", () => {
    sessionStorage.setItem("holdfast-pressed", pressed);
    sessionStorage.setItem("holdfast-moved", words("moved", row.dataset.called, Math.min(button.value, rows.length)));
  }));
}

function goOn(pressed) {
  const buttons = document.getElementById(location.hash.slice(1))?.querySelectorAll('button[name="position"]') ?? [];
  [buttons[pressed], buttons[1 - pressed]].find((button) => button && !button.disabled)?.focus();
}

if (reordering) {
  const rows = [...document.querySelectorAll("tr[data-place]")];
  rows.forEach((row) => { draggable(row, rows); stepwise(row, rows); });
  const moved = sessionStorage.getItem("holdfast-moved");
  const pressed = sessionStorage.getItem("holdfast-pressed");
  sessionStorage.removeItem("holdfast-moved");
  sessionStorage.removeItem("holdfast-pressed");
  // The browser goes to the row first, and takes the focus from whatever had it.
  if (pressed && location.hash.startsWith("#item-")) addEventListener("load", () => setTimeout(() => goOn(Number(pressed))));
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

// Single keys follow the link that names them, unless somebody types or has switched them off; the links do without keyboard and script
const keys = document.querySelector("[data-keys]");
if (keys) {
  keys.closest("[hidden]").hidden = false;
  keys.checked = sessionStorage.getItem("holdfast-keys") !== "off";
  keys.addEventListener("change", () => sessionStorage.setItem("holdfast-keys", keys.checked ? "on" : "off"));
  document.addEventListener("keydown", (event) => {
    if (!keys.checked || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) return;
    if (event.target.closest("input, textarea, select, [contenteditable], dialog")) return;
    const link = document.querySelector(`a[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (link) { event.preventDefault(); link.click(); }
  });
}

const session = meta("holdfast-timeout") ? watchSession(Number(meta("holdfast-timeout").content)) : undefined;

/* The room while a meeting runs */

// One part of a note. What is sent is the whole text under a number of its own, so that a message that is lost, late or doubled does no
// harm; the server says who may write, and nothing typed here is ever overwritten.
function keepSection(element, room) {
  const field = element.querySelector("textarea");
  const part = (name) => element.querySelector(`[data-${name}]`);
  const status = part("status");
  const takeOver = part("take-over");
  let saved = field.value;
  let seen = Number(element.dataset.revision);
  let number = 0;
  let since = 0;
  let timer;
  let sending = false;
  let holding = false;
  let heldUntil;
  let delay = 0;

  const dirty = () => field.value !== saved;
  const later = (after) => { clearTimeout(timer); timer = setTimeout(send, after); };
  const body = (more) => new URLSearchParams({
    part: element.dataset.section, window: room.window, [meta("holdfast-csrf").dataset.name]: meta("holdfast-csrf").content, ...more,
  });

  // As Section.keptOf: what of mine is not in theirs, from the word in which they part.
  function keptOf(mine, theirs) {
    if (theirs.startsWith(mine)) return "";
    let at = 0;
    while (at < mine.length && mine[at] === theirs[at]) at++;
    while (at > 0 && !/\s/.test(mine[at - 1])) at--;
    return mine.slice(at);
  }

  function takesUp(text, revision) {
    const kept = keptOf(field.value, text);
    if (kept.trim() && dirty()) {
      part("aside-text").textContent += kept;
      part("aside").hidden = false;
    }
    const caret = field.selectionStart;
    field.value = text;
    if (document.activeElement === field) field.setSelectionRange(Math.min(caret, text.length), Math.min(caret, text.length));
    saved = text;
    seen = revision;
    since = number + 1;
    unsaved.delete(element);
  }

  // Somebody else types here, or, with no name, nobody does any more.
  function held(by) {
    clearTimeout(heldUntil);
    field.readOnly = Boolean(by) && !dirty();
    takeOver.hidden = !by;
    if (by) {
      holding = false;
      status.textContent = element.dataset.textTypes.replace("{0}", by);
      heldUntil = setTimeout(() => held(""), 20_000);
    } else {
      status.textContent = "";
    }
  }

  async function send(taking) {
    if (sending) return;
    if (!dirty() && taking !== true) return;
    sending = true;
    const text = field.value;
    const mine = ++number;
    try {
      const answer = await fetch(element.dataset.notes, {
        method: "POST", headers: { Accept: "application/json" }, redirect: "manual", keepalive: text.length < 20_000,
        body: body({ number: mine, seen, [element.dataset.name]: text, ...(taking === true ? { takeOver: "yes" } : {}) }),
      });
      if (!answer.ok || !answer.headers.get("Content-Type")?.includes("json")) {
        if (answer.status === 403 && (await proofRenewed())) return later(0);
        if (answer.type === "opaqueredirect") session?.ended();
        throw new Error(String(answer.status));
      }
      hears(mine, text, await answer.json());
      session?.active();
      delay = 0;
    } catch {
      status.textContent = element.dataset.textNotSaved;
      delay = Math.min(Math.max(delay * 2, 500), 8000);
    } finally {
      sending = false;
      if (dirty()) later(delay || 250);
    }
  }

  function hears(mine, text, answer) {
    if (mine < since) return;
    if (answer.answer === "Accepted" || answer.answer === "Repeated") {
      saved = text;
      seen = Math.max(seen, answer.revision);
      holding = true;
      held("");
      status.textContent = element.dataset.textSaved;
      if (!dirty()) unsaved.delete(element);
    } else {
      takesUp(answer.text, answer.revision);
      held(answer.answer === "Held" ? answer.by : "");
    }
  }

  function letGo() {
    if (!holding) return;
    holding = false;
    navigator.sendBeacon(element.dataset.letGo, body({}));
  }

  field.addEventListener("input", () => { unsaved.add(element); later(250); });
  field.addEventListener("blur", () => { if (dirty()) send().then(() => { if (!dirty()) letGo(); }); else letGo(); });
  addEventListener("pagehide", () => {
    if (dirty()) navigator.sendBeacon(element.dataset.notes, body({ number: ++number, seen, [element.dataset.name]: field.value }));
    letGo();
  });
  element.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    if (event.submitter === takeOver) take();
    else send();
  });
  takeOver.type = "button";
  takeOver.addEventListener("click", take);
  function take() {
    field.readOnly = false;
    since = number + 1;
    send(true);
    field.focus();
  }
  part("add").addEventListener("click", () => {
    field.value = `${field.value.trimEnd()}\n${part("aside-text").textContent.trim()}`.trim();
    part("aside-text").textContent = "";
    part("aside").hidden = true;
    unsaved.add(element);
    send(true);
    field.focus();
  });
  if (element.dataset.held) held(element.dataset.held);

  return {
    dirty, focused: () => document.activeElement === field,
    text(news) {
      if (news.window === room.window) { seen = Math.max(seen, news.revision); return; }
      if (news.window) {
        if (!dirty() && news.revision >= seen) takesUp(news.text, news.revision);
        held(news.by);
      } else {
        if (!dirty() && news.revision > seen) takesUp(news.text, news.revision);
        if (!holding) held("");
      }
    },
  };
}

function readSection(element) {
  const status = element.querySelector("[data-status]");
  let timer;
  return {
    dirty: () => false, focused: () => false,
    text(news) {
      clearTimeout(timer);
      element.querySelector("[data-text]").textContent = news.text;
      status.textContent = news.by ? element.dataset.textTypes.replace("{0}", news.by) : "";
      timer = setTimeout(() => { status.textContent = ""; }, 20_000);
    },
  };
}

function keepRoom(element) {
  const room = { window: element.dataset.window };
  const sections = new Map();
  element.querySelectorAll("[data-section], [data-reading]").forEach((each) => {
    sections.set(`${each.dataset.item} ${each.dataset.section ?? each.dataset.reading}`,
      each.dataset.section ? keepSection(each, room) : readSection(each));
  });
  const line = element.querySelector("[data-line]");
  const busy = () => [...sections.values()].some((each) => each.dirty() || each.focused());
  const inForm = (block) => block.contains(document.activeElement) && document.activeElement.matches("input, textarea, select, button, summary");
  const content = (block) => block.innerHTML.replace(/name="(?:_csrf|once)" value="[^"]*"/g, "");
  let waits = false;
  const shown = new Map();
  let refreshing;
  let again = false;

  // The page as it is now: its live blocks take the place of those here, but none in which somebody is typing.
  async function refresh() {
    if (refreshing) { again = true; return; }
    refreshing = true;
    try {
      const answer = await fetch(location.href, { redirect: "manual", headers: { "HX-Request": "true", "Holdfast-By-Itself": "true" } });
      if (answer.type === "opaqueredirect") {
        if (!busy()) location.reload();
        return;
      }
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const theirs = page.getElementById("room");
      if (!theirs) return session?.ended();
      if (element.dataset.follows === "true" && theirs.dataset.discussed && theirs.dataset.discussed !== element.dataset.item) {
        if (busy()) element.querySelector("[data-moved]").hidden = false;
        else return location.assign(element.dataset.room);
      }
      element.querySelectorAll("[data-live]").forEach((block) => {
        const now = page.getElementById(block.id);
        if (!now) block.replaceChildren();
        else if (content(now) === (shown.get(block.id) ?? content(block))) return;
        else if (inForm(block)) waits = true;
        else {
          const focus = block.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
          const open = [...block.querySelectorAll("details")].map((each) => each.open);
          shown.set(block.id, content(now));
          block.replaceChildren(...now.cloneNode(true).childNodes);
          block.querySelectorAll("details").forEach((each, place) => { each.open = open[place] ?? each.open; });
          initAll(block);
          if (focus) block.querySelector(`a[href="${CSS.escape(focus)}"]`)?.focus();
        }
      });
      tick();
    } catch {
      // the line is down: the stream says so, and asks again when it is back
    } finally {
      refreshing = false;
      if (again) { again = false; setTimeout(refresh, 300); }
    }
  }

  function here(people) {
    const list = element.querySelector("#room-here");
    if (!list) return;
    list.replaceChildren(...people.map((each) => {
      const row = document.createElement("li");
      // The agenda on this page knows the child of each item that this reader may see.
      const item = each.item && element.querySelector(`#room-agenda a[href$="item=${each.item}"]`);
      row.textContent = item
        ? list.dataset.at.replace("{0}", each.name).replace("{1}", each.agency).replace("{2}", item.textContent)
        : `${each.name}, ${each.agency}`;
      return row;
    }));
  }

  function tick() {
    element.querySelectorAll("[data-minutes-since]").forEach((each) => {
      each.textContent = Math.max(0, Math.floor((Date.now() - Date.parse(each.dataset.minutesSince)) / 60_000));
    });
  }

  let heard;
  function listen() {
    const stream = new EventSource(heard ? element.dataset.events.replace(/after=[^&]*/, `after=${heard}`) : element.dataset.events);
    stream.addEventListener("open", () => { if (line) line.hidden = true; });
    stream.addEventListener("error", () => {
      if (line) { line.textContent = line.dataset.lost; line.hidden = false; }
      if (stream.readyState === EventSource.CLOSED) setTimeout(listen, 5000);
    });
    stream.addEventListener("text", (event) => {
      const news = JSON.parse(event.data);
      heard = event.lastEventId;
      sections.get(`${news.item} ${news.part}`)?.text(news);
    });
    stream.addEventListener("here", (event) => here(JSON.parse(event.data)));
    stream.addEventListener("changed", (event) => { heard = event.lastEventId; setTimeout(refresh, Math.random() * 300); });
    stream.addEventListener("over", () => { stream.close(); session?.ended(); });
    stream.addEventListener("closed", () => { stream.close(); location.reload(); });
  }

  element.addEventListener("focusout", () => { if (waits) { waits = false; setTimeout(refresh, 50); } });
  setInterval(tick, 15_000);
  // what is expected when moves on by itself
  setInterval(() => { if (element.querySelector("#room-waiting")) refresh(); }, 30_000);
  listen();
}

const liveRoom = document.getElementById("room");
if (liveRoom?.dataset.events) keepRoom(liveRoom);
