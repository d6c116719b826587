// Builds styles, scripts, fonts and icons into ../static/ui: offline, in seconds, the same bytes every time.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const output = join(here, "../static/ui");
const require = createRequire(import.meta.url);

// The oldest browsers that have cascade layers, :has() and logical properties.
const TARGET = ["chrome111", "edge111", "firefox121", "safari16.4"];

function packageFolder(name) {
  const paths = require.resolve.paths(name) ?? [];
  for (const path of paths) {
    try {
      readFileSync(join(path, name, "package.json"));
      return join(path, name);
    } catch {
      continue;
    }
  }
  throw new Error(`${name} is not installed: run "npm ci" first`);
}

function buildTheme(scratch) {
  const program = join(packageFolder("@digdir/designsystemet"), "dist/bin/designsystemet.js");
  const run = (...words) => execFileSync(process.execPath, [program, "tokens", ...words], { cwd: scratch, stdio: "pipe" });
  cpSync(join(here, "designsystemet.config.json"), join(scratch, "designsystemet.config.json"));
  run("create");
  run("build", "-t", "tokens", "-o", "theme");
  return join(scratch, "theme/varn.css");
}

function iconSymbol(name) {
  const file = join(packageFolder("lucide-static"), "icons", `${name}.svg`);
  const drawing = readFileSync(file, "utf8").match(/<svg[^>]*>([\s\S]*)<\/svg>/)[1];
  return `<symbol id="${name}" viewBox="0 0 24 24">${drawing.replace(/\s*\n\s*/g, "")}</symbol>`;
}

function buildIcons() {
  const names = JSON.parse(readFileSync(join(here, "icons.json"), "utf8"));
  const symbols = names.map(iconSymbol).join("\n");
  writeFileSync(join(output, "icons.svg"), `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols}\n</svg>\n`);
}

async function buildBundles(theme) {
  await build({
    alias: { "varn-theme": theme },
    assetNames: "files/[name]",
    bundle: true,
    charset: "utf8",
    entryNames: "[name]",
    entryPoints: [join(here, "styles/varn.css"), join(here, "scripts/varn.js"), join(here, "scripts/theme.js")],
    format: "iife",
    legalComments: "eof",
    loader: { ".svg": "file", ".woff2": "file" },
    logLevel: "warning",
    minify: true,
    outdir: output,
    target: TARGET,
  });
}

const scratch = mkdtempSync(join(tmpdir(), "varn-assets-"));
try {
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  await buildBundles(buildTheme(scratch));
  buildIcons();
  cpSync(join(here, "images"), join(output, "images"), { recursive: true });
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
