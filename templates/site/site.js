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
  const who = (by) => ["speaker", "role", "organisation"]
    .map((part) => by.dataset[part] || tidy(by.querySelector("." + part)?.textContent || "")).filter(Boolean).join(", ");
  const whole = (button) => {
    const key = button.dataset.quote;
    if (!key) {
      const quote = button.previousElementSibling;
      const by = quote.querySelector("figcaption");
      const said = Array.from((quote.querySelector("blockquote") || quote).children, (part) => tidy(part.textContent)).join("\n\n");
      return [marked(said), by && "— " + tidy(by.textContent).replace(/^[—–-]\s*/, "")];
    }
    const pieces = release.querySelectorAll(`.story .quotation[data-quote="${CSS.escape(key)}"]`);
    const by = release.querySelector(`.story .attribution[data-quote="${CSS.escape(key)}"]`);
    return [Array.from(pieces, (piece) => marked(tidy(piece.textContent))).join(" "), by && "— " + who(by)];
  };
  for (const button of release.querySelectorAll("button.copy")) {
    const label = button.textContent;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText([...whole(button), source()].filter(Boolean).join("\n"));
        button.textContent = words.copied;
        setTimeout(() => { button.textContent = label; }, 2000);
      } catch {
        button.style.visibility = "hidden"; // no clipboard here (an insecure address): the place stays, so nothing moves
      }
    });
  }
  for (const time of release.querySelectorAll('.state[data-state="embargo"] time')) {
    const moment = new Date(time.dateTime);
    if (isNaN(moment)) continue;
    const own = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" }).format(moment);
    const line = time.closest(".state").querySelector(".yours");
    if (line) line.textContent = words.yourTime.replace("{moment}", () => own);
  }
})();
