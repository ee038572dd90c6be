// Live reload, tabs, and the ways between a finding, its line, and what readers see of it.
"use strict";

const part = (name, root = document) => root.querySelector(`[data-part="${name}"]`);
const told = document.getElementById("told");
const stage = part("stage");
const words = text => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) || [];

// --- what changed is put in place: nothing scrolls, focus stays ------------------------------------------------------

let shown = Number(document.body.dataset.version);
let wanted = shown;
let busy = false;

async function update() {
  if (busy) return;
  busy = true;
  try {
    while (shown < wanted) {
      const now = wanted;
      const frame = stage && stage.querySelector("iframe");
      // Asked for first: the page is what the writer looks at.
      let coming = frame && load(frame);
      const response = await fetch(location.href, { headers: { accept: "text/html" } });
      if (!response.ok) {
        say(response.status === 401 ? "The preview was started anew: open the address that it printed." : "This release is gone.");
        return;
      }
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      shown = Number(page.body.dataset.version);
      if (coming && shown !== now) {
        coming.remove();
        coming = load(frame);
      }
      await place(page, coming);
    }
  } finally {
    busy = false;
  }
}

// Put in place what `page` has otherwise; `coming` is its frame, on the way.
async function place(page, coming) {
  const focus = document.activeElement && document.activeElement.id;
  const at = focusedLine();
  const next = part("stage", page);
  const framed = coming && next && next.querySelector("iframe");
  const same = framed && stage.dataset.digest === next.dataset.digest;
  for (const fresh of page.querySelectorAll("[data-part]")) {
    const old = part(fresh.dataset.part);
    if (!old || (old === stage && framed)) continue;
    if (old.innerHTML !== fresh.innerHTML) old.innerHTML = fresh.innerHTML;
    for (const name of fresh.getAttributeNames()) old.setAttribute(name, fresh.getAttribute(name));
  }
  document.title = page.title;
  const again = (focus && document.getElementById(focus)) || (at && document.querySelector(`${at} > a`));
  if (again && again !== document.activeElement) again.focus({ preventScroll: true });
  if (framed && !same) {
    await exchange(stage.querySelector("iframe"), coming);
    stage.dataset.digest = next.dataset.digest;
  } else if (coming) {
    coming.remove();
  }
  if (stage && !framed) prepare(stage.querySelector("iframe"));
  const findings = part("findings");
  if (findings) say(`Updated, ${findings.dataset.count === "1" ? "1 finding" : `${findings.dataset.count} findings`}`);
}

function focusedLine() {
  const line = document.activeElement && document.activeElement.closest(".line");
  return line ? `#${line.id}` : "";
}

// The page as it is now is loaded behind the old one, and takes its place where the reader had scrolled to.
function load(old) {
  const fresh = document.createElement("iframe");
  fresh.title = old.title;
  fresh.className = "coming";
  fresh.loaded = new Promise(done => fresh.addEventListener("load", done, { once: true }));
  fresh.src = old.contentWindow.location.pathname;
  stage.append(fresh);
  return fresh;
}

async function exchange(old, fresh) {
  await fresh.loaded;
  prepare(fresh);
  fresh.contentWindow.scrollTo({ left: old.contentWindow.scrollX, top: old.contentWindow.scrollY, behavior: "instant" });
  fresh.className = "";
  old.remove();
}

let silence;
function say(text) {
  told.textContent = text;
  clearTimeout(silence);
  silence = setTimeout(() => { told.textContent = ""; }, 4000);
}

// A browser keeps few connections to one host: a tab that nobody looks at gives its own back.
let stream;
function listen() {
  if (document.hidden) {
    if (stream) stream.close();
    stream = undefined;
  } else if (!stream) {
    stream = new EventSource("/events");
    stream.addEventListener("message", event => { wanted = Number(event.data); update(); });
    stream.addEventListener("error", () => say("The preview does not answer; is it still running?"));
  }
}
if (document.body.matches(".bench, .list")) {
  document.addEventListener("visibilitychange", listen);
  listen();
}

// --- the page in its frame -------------------------------------------------------------------------------------------

const BLOCKS = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, td, th, figcaption, blockquote, pre, address";

function prepare(frame) {
  const page = frame && frame.contentDocument;
  // Before its page arrives, a frame holds an empty one.
  if (!page || page.readyState !== "complete" || page.URL === "about:blank" || page.body.dataset.prepared) return;
  page.body.dataset.prepared = "yes";
  if (stage.dataset.channel === "print") onPaper(page);
  const style = new page.defaultView.CSSStyleSheet();
  style.replaceSync(".preview-hit { outline: .2rem solid Highlight; outline-offset: .2rem; }");
  page.adoptedStyleSheets.push(style);
  page.addEventListener("click", event => {
    const link = event.target.closest("a[href]");
    if (link) return follow(event, link);
    const block = event.target.closest(BLOCKS);
    if (block) fromText(block.textContent, block);
  });
}

// What paper gets, on the screen: rules for print hold, those for screens do not.
function onPaper(page) {
  for (const sheet of page.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof page.defaultView.CSSMediaRule)) continue;
      if (rule.media.mediaText === "print") rule.media.mediaText = "all";
      else if (/\bscreen\b|prefers-color-scheme/.test(rule.media.mediaText)) rule.media.mediaText = "not all";
    }
  }
}

// A link within the site stays within the preview; another one opens beside it.
function follow(event, link) {
  if (link.getAttribute("href").startsWith("#") || link.hasAttribute("download")) return;
  if (new URL(link.href).origin === location.origin) return;
  event.preventDefault();
  window.open(link.href, "_blank", "noopener,noreferrer");
}

// --- a finding, its line, and what readers see of it: found by their words ---------------------------------------------

function placeOf(needle, hay) {
  for (const many of [8, 5, 3, 2, 1]) {
    if (many < Math.min(3, needle.length)) break;
    for (let i = 0; i + many <= needle.length; i++) {
      const at = hay.text.indexOf(` ${needle.slice(i, i + many).join(" ")} `);
      if (at >= 0) return hay.of(at);
    }
  }
  return undefined;
}

function hayOf(elements, textOf) {
  const ends = [];
  let text = " ";
  for (const element of elements) {
    for (const word of words(textOf(element))) text += `${word} `;
    ends.push([text.length - 1, element]);
  }
  return { text, of: at => (ends.find(([end]) => at < end) || [])[1] };
}

const linesOf = name => hayOf(document.querySelectorAll(`[data-code="${name}"] .line`), line => line.lastChild.textContent);

function hit(element, name) {
  for (const old of element.ownerDocument.querySelectorAll(`.${name}`)) {
    if (!old.closest("#pane-findings") || element.closest("#pane-findings")) {
      if (old.closest("section") === element.closest("section")) old.classList.remove(name);
    }
  }
  element.classList.add(name);
}

function reveal(element) {
  const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
  element.scrollIntoView({ block: "center", behavior });
}

// From a line of the source to the channel.
function fromLine(line, needle) {
  hit(line, "hit");
  reveal(line);
  const text = words(needle || line.lastChild.textContent.replace(/^\s*[\w-]+:\s+/, ""));
  const frame = stage.querySelector("iframe");
  if (!text.length) return;
  if (frame && frame.contentDocument) {
    const page = frame.contentDocument;
    const leaves = [...page.querySelectorAll(BLOCKS)].filter(block => !block.querySelector(BLOCKS));
    const block = placeOf(text, hayOf(leaves, leaf => leaf.textContent));
    for (const old of page.querySelectorAll(".preview-hit")) old.classList.remove("preview-hit");
    if (block) { block.classList.add("preview-hit"); reveal(block); }
  } else {
    const there = placeOf(text, linesOf("C"));
    if (there) { hit(there, "hit"); reveal(there); }
  }
}

// From what readers see to the source, and to what was found there.
function fromText(text, block) {
  if (block.ownerDocument !== document) {
    for (const old of block.ownerDocument.querySelectorAll(".preview-hit")) old.classList.remove("preview-hit");
    block.classList.add("preview-hit");
  } else {
    hit(block, "hit");
  }
  const line = placeOf(words(text), linesOf("L"));
  if (!line) return say("The source does not say it in these words.");
  hit(line, "hit");
  reveal(line);
  for (const finding of document.querySelectorAll("#pane-findings li")) {
    const link = finding.querySelector("a");
    finding.classList.toggle("hit", Boolean(link) && link.hash === `#${line.id}`);
  }
}

document.addEventListener("click", event => {
  const finding = event.target.closest("#pane-findings a[href^='#L']");
  const line = event.target.closest(".line");
  if (finding) {
    event.preventDefault();
    hit(finding.closest("li"), "hit");
    const there = document.querySelector(finding.hash);
    if (!there) return;
    const { column, length } = finding.dataset;
    const said = column && Number(length) > 12 ? there.lastChild.textContent.slice(column - 1, column - 1 + Number(length)) : "";
    if (narrow.matches) open("source");
    fromLine(there, said);
  } else if (line) {
    event.preventDefault();
    turn(line);
    if (line.closest("#pane-source")) fromLine(line);
    else fromText(line.lastChild.textContent, line);
  }
});

// Lines are one stop of the Tab key; arrows go from one to the next, Enter shows it on the other side.
function turn(line) {
  for (const link of line.parentNode.querySelectorAll("a[tabindex='0']")) link.tabIndex = -1;
  line.firstChild.tabIndex = 0;
}

document.addEventListener("keydown", event => {
  const line = event.target.closest(".line");
  const tab = event.target.closest("[role=tab]");
  const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: 20, PageUp: -20 };
  if (line && event.key in steps) {
    const all = [...line.parentNode.children];
    const next = all[Math.max(0, Math.min(all.length - 1, all.indexOf(line) + steps[event.key]))];
    event.preventDefault();
    turn(next);
    next.firstChild.focus();
  } else if (tab && (event.key === "ArrowRight" || event.key === "ArrowLeft")) {
    const all = [...tab.parentNode.children];
    const next = all[(all.indexOf(tab) + (event.key === "ArrowRight" ? 1 : -1) + all.length) % all.length];
    open(next.id.slice(4));
    next.focus();
  }
});

// --- tabs and channels -----------------------------------------------------------------------------------------------

const narrow = matchMedia("(max-width: 61.99rem)");

function open(name) {
  for (const tab of document.querySelectorAll("[role=tab]")) {
    const chosen = tab.id === `tab-${name}`;
    tab.setAttribute("aria-selected", String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
    document.getElementById(`pane-${tab.id.slice(4)}`).classList.toggle("open", chosen);
  }
}

if (stage) {
  document.body.classList.add("tabbed");
  open("channel");
  for (const tab of document.querySelectorAll("[role=tab]")) tab.addEventListener("click", () => open(tab.id.slice(4)));
  const frame = stage.querySelector("iframe");
  if (frame) {
    frame.addEventListener("load", () => prepare(frame));
    prepare(frame);
  }
  const choice = document.getElementById("channel");
  // The arrows of a select choose at once: the address follows, so that a reload shows the same.
  choice.addEventListener("change", async () => {
    history.replaceState(null, "", `?channel=${encodeURIComponent(choice.value)}`);
    const response = await fetch(location.href);
    if (!response.ok) return;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    stage.replaceChildren();
    await place(page);
    const loaded = stage.querySelector("iframe");
    if (loaded) loaded.addEventListener("load", () => prepare(loaded));
  });
}
