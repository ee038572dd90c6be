"use strict";
/* Enhances pages that read well without it: the scheme that the reader chose, before anything is painted; then copies a
   quotation with who said it, tells a moment in the reader's own time. */
(() => {
  const page = document.documentElement;
  const show = (scheme) => {
    if (scheme) page.dataset.scheme = scheme;
    else delete page.dataset.scheme;
    for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
      meta.dataset.media ||= meta.media;
      meta.media = !scheme ? meta.dataset.media : meta.dataset.media.includes(scheme) ? "all" : "not all";
    }
  };
  const kept = (scheme) => {
    try {
      if (scheme) localStorage.setItem("scheme", scheme);
      else if (scheme === "") localStorage.removeItem("scheme");
      return localStorage.getItem("scheme") || "";
    } catch {
      return scheme || ""; // nothing may be kept here: it holds for this page
    }
  };
  show(kept());
  const offerSchemes = () => {
    const choice = document.querySelector(".scheme select");
    if (!choice) return;
    choice.value = kept();
    choice.addEventListener("change", () => show(kept(choice.value)));
  };

  const enhanceRelease = () => {
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
  };

  const start = () => {
    offerSchemes();
    enhanceRelease();
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
