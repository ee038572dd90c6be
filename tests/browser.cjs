// A browser that is led by a function: node browser.cjs NPM_FOLDER ADDRESS WIDTHxHEIGHT light|dark 'async page => …'
// Opens ADDRESS (it holds the key), runs the function with the page, prints what it returns as JSON.
const { chromium } = require(process.argv[2] + "/playwright-core");
const fs = require("fs"), os = require("os"), path = require("path");
const [address, size, colorScheme, led] = process.argv.slice(3);
const [width, height] = size.split("x").map(Number);
(async () => {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), "preview-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium", headless: true, viewport: { width, height }, colorScheme,
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  const page = await context.newPage();
  page.complaints = [];
  page.on("pageerror", error => page.complaints.push(error.message));
  page.on("console", said => { if (said.type() === "error") page.complaints.push(said.text()); });
  try {
    await page.goto(address);
    const result = await eval(`(${led})`)(page, context);
    console.log(JSON.stringify(result === undefined ? null : result));
  } finally {
    await context.close();
    fs.rmSync(profile, { recursive: true, force: true });
  }
})().catch(error => { console.error(error); process.exit(1); });
