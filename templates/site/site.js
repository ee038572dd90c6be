"use strict";
/* Enhances a page that reads well without it: copies a quotation with who said it, tells a moment in the reader's own time. */
(() => {
  const release = document.querySelector(".release");
  if (!release) return;
  const words = release.dataset;
  const tidy = (text) => text.replace(/\s+/g, " ").trim();
  const source = () => {
    const link = document.querySelector('link[rel="canonical"]');
    return link ? link.href : location.href.split("#")[0];
  };
  const marked = (text) => (/^["'“”„‘’‚«»‹›「『]/.test(text) ? text : words.quoted.replace("{words}", () => text));
  const offer = (after, text) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = words.copy;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text);
        button.textContent = words.copied;
        setTimeout(() => { button.textContent = words.copy; }, 2000);
      } catch {
        button.remove();
      }
    });
    after.after(button);
  };
  if (navigator.clipboard) {
    for (const quote of release.querySelectorAll(".story blockquote")) {
      const whole = quote.closest("figure.quote") || quote;
      const by = whole.querySelector("figcaption");
      const said = Array.from(quote.children).filter((part) => part !== by).map((part) => tidy(part.textContent)).join("\n\n");
      offer(whole, [marked(said), by ? "— " + tidy(by.textContent).replace(/^[—–-]\s*/, "") : "", source()].filter(Boolean).join("\n"));
    }
    const pieces = new Map();
    for (const piece of release.querySelectorAll(".story p .quotation[data-quote]")) {
      const key = piece.dataset.quote;
      pieces.set(key, [...(pieces.get(key) || []), piece]);
    }
    for (const [key, parts] of pieces) {
      const by = release.querySelector(`.story .attribution[data-quote="${CSS.escape(key)}"]`);
      if (!by) continue;
      const who = ["speaker", "role", "organisation"].map((part) => by.dataset[part] || tidy(by.querySelector("." + part)?.textContent || "")).filter(Boolean).join(", ");
      const last = parts[parts.length - 1].closest("p");
      offer(last, [parts.map((part) => marked(tidy(part.textContent))).join(" "), "— " + who, source()].join("\n"));
    }
  }
  for (const time of release.querySelectorAll('.state[data-state="embargo"] time')) {
    const moment = new Date(time.dateTime);
    if (isNaN(moment)) continue;
    const own = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" }).format(moment);
    time.after(" (" + words.yourTime.replace("{moment}", own) + ")");
  }
})();
