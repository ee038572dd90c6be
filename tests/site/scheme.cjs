// node scheme.cjs NPM_FOLDER SITE: what a reader sees who chooses a scheme, as JSON. A browser with no network.
const fs = require("fs"), http = require("http"), os = require("os"), path = require("path");
const [modules, root] = process.argv.slice(2);
const { chromium } = require(path.join(modules, "playwright-core"));
const TYPES = { ".html": "text/html", ".css": "text/css", ".js": "text/javascript" };
const server = http.createServer((request, response) => {
  const file = path.join(root, decodeURIComponent(request.url.split("?")[0]));
  const found = file.endsWith("/") ? file + "index.html" : file;
  fs.readFile(found, (error, body) => {
    response.writeHead(error ? 404 : 200, { "content-type": TYPES[path.extname(found)] || "application/octet-stream" });
    response.end(body);
  });
});
(async () => {
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const base = `http://127.0.0.1:${server.address().port}/`;
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), "scheme-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
    colorScheme: "light",
  });
  const page = await context.newPage();
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const seen = {};
  await page.goto(base);
  seen.system = await paper();
  await page.selectOption(".scheme select", "dark");
  seen.chosen = await paper();
  await page.goto(base + "archive/");
  seen.next = await paper();
  seen.offered = await page.inputValue(".scheme select");
  await page.selectOption(".scheme select", "");
  seen.back = await paper();
  console.log(JSON.stringify(seen));
  await context.close();
  server.close();
  fs.rmSync(profile, { recursive: true, force: true });
})();
