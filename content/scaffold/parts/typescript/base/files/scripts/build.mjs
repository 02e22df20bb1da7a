// Makes build/app/, which holds a bundle per function and the notices of the packages in them, and build/app.zip, which holds the
// same. The same source gives the same bytes on every machine: two zips that differ mean two programs that differ, and a deployment
// without a change changes nothing.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { zipSync } from 'fflate';
import { notices } from './notices.mjs';

const functions = {
  // <% slot functions %>
};

await rm('build', { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: functions,
  outdir: 'build/app',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  // ES modules where a package has both: of those, only what is used ends up in the bundle.
  mainFields: ['module', 'main'],
  // Some packages are still CommonJS and call require(), which ES modules do not have of themselves.
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  // Nothing is external, not even the AWS SDK that Lambda brings along: what runs is what was tested, whenever AWS
  // updates theirs, and one file loads faster than a folder of many. Names stay readable for stack traces in the log.
  minifySyntax: true,
  minifyWhitespace: true,
  // What such comments say stands in the notices, with all that packages say elsewhere.
  legalComments: 'none',
  metafile: true,
  // Not deployed: `npm run stack` turns a stack trace of the log into lines of the source with them.
  sourcemap: 'external',
});
await writeFile('build/app/THIRD-PARTY-NOTICES.txt', await notices(metafile));
await mkdir('build/maps');
const archive = {};
for (const name of (await readdir('build/app')).sort()) {
  const bytes = await readFile(`build/app/${name}`);
  if (name.endsWith('.map')) {
    await writeFile(`build/maps/${name}`, bytes);
    await rm(`build/app/${name}`);
    continue;
  }
  // 33188 is an ordinary file that everyone may read: Lambda runs the function as a user of its own.
  archive[name] = [bytes, { os: 3, attrs: 33188 * 65536 }];
  console.log(`build/app/${name}  ${Math.round(bytes.length / 1024)} KB`);
}
const zip = zipSync(archive, { level: 9, mtime: new Date(1980, 0, 1) });
await writeFile('build/app.zip', zip);
console.log(`build/app.zip  ${Math.round(zip.length / 1024)} KB`);
