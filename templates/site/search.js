"use strict";
/* Asks the index while the reader types. The index lies in parts beside the page; its engine is loaded with the first word,
   and answers for all parts as for one. */
(() => {
  const area = document.querySelector(".asked");
  const input = area.querySelector("input");
  const status = area.querySelector(".status");
  const advice = area.querySelector(".advice");
  const list = area.querySelector("ol");
  const further = area.querySelector(".further");
  const row = area.querySelector("template").content;
  const { parts, root, found, nothing, failed } = area.dataset;
  const there = (path) => new URL(path, location.href).pathname;
  const STEP = 20;
  const PAUSE = 120; // milliseconds without a key: a word is being written

  let engine;
  const load = async () => {
    const [first, ...rest] = parts.split(" ");
    /* A part in which a word does not stand answers with similar ones: they come last. */
    const how = { baseUrl: there(root), excerptLength: 28, ranking: { termSimilarity: 10 } };
    const made = await import(there(`${first}/pagefind.js`));
    await made.options(how);
    await made.init();
    await Promise.all(rest.map((part) => made.mergeIndex(there(`${part}/`), how)));
    return made;
  };

  const marked = (excerpt) => {
    /* Words that were found stand between <mark> and </mark>; the rest is text in which < and > are escaped. */
    const bare = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    return excerpt.split(/<mark>(.*?)<\/mark>/s).map((text, place) => {
      if (place % 2 === 0) return bare(text);
      const mark = document.createElement("mark");
      mark.textContent = bare(text);
      return mark;
    });
  };

  const names = new Intl.DisplayNames([document.documentElement.lang], { type: "language" });
  const entry = ({ url, meta, excerpt }) => {
    const item = row.cloneNode(true);
    const [when, tongue, link, words] = [".when", ".tongue", "a", ".excerpt"].map((part) => item.querySelector(part));
    if (meta.date) when.append(Object.assign(document.createElement("time"), { dateTime: meta.date, textContent: meta.day }));
    else when.remove();
    const abroad = meta.language && meta.language.split("-")[0] !== document.documentElement.lang.split("-")[0];
    if (abroad) {
      tongue.textContent = names.of(meta.language);
      for (const part of [link.parentElement, words]) Object.assign(part, { lang: meta.language, dir: "auto" });
    } else tongue.remove();
    Object.assign(link, { href: url, textContent: meta.title });
    words.append(...marked(excerpt));
    return item;
  };

  let latest = 0; // the number of the last question: slower answers to earlier ones are let go
  let results = [];
  const show = async (question) => {
    const start = list.children.length;
    const facts = await Promise.all(results.slice(start, start + STEP).map((result) => result.data()));
    if (question !== latest) return;
    const first = list.children.length;
    list.append(...facts.map(entry));
    further.hidden = list.children.length >= results.length;
    if (start) list.children[first].querySelector("a").focus();
  };

  const say = (text, helpless) => {
    status.textContent = text;
    advice.hidden = !helpless;
  };

  const ask = async () => {
    const question = ++latest;
    const words = input.value.trim();
    history.replaceState(null, "", words ? `?q=${encodeURIComponent(words)}` : location.pathname);
    try {
      if (words) engine ||= load();
      const answer = words ? await (await engine).search(words) : { results: [] };
      if (question !== latest) return;
      results = answer.results;
      if (list.contains(document.activeElement)) input.focus();
      list.replaceChildren();
      further.hidden = true;
      await show(question);
      if (question !== latest) return;
      if (!words) say("", false);
      else if (results.length) say(found.replace("{count}", () => results.length.toLocaleString(document.documentElement.lang)), false);
      else say(nothing.replace("{words}", () => `\u201c\u2068${words}\u2069\u201d`), true);
    } catch {
      engine = undefined; // the next question tries again
      if (question === latest) say(failed, true);
    }
  };

  let pause;
  input.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(ask, PAUSE);
  });
  input.form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(pause);
    ask();
  });
  further.addEventListener("click", () => show(latest));
  area.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [input, ...list.querySelectorAll("h3 a")];
    const place = stops.indexOf(document.activeElement);
    if (!step || place < 0 || !stops[place + step]) return;
    event.preventDefault();
    stops[place + step].focus();
  });

  area.hidden = false;
  input.value = new URLSearchParams(location.search).get("q") || "";
  input.focus();
  if (input.value) ask();
})();
