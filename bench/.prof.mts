import { readFileSync } from 'node:fs';
import { parseGuide, openGuide } from '../src/core/guide/guide';
import { openKnowledge } from '../src/core/knowledge';
import { makeSearch } from '../src/core/guide/search';
const knowledge = openKnowledge(JSON.parse(readFileSync('dist/knowledge.json','utf8')));
const g = parseGuide(readFileSync('dist/guide.jsonl','utf8'));
const full=g.chapters.filter(c=>c.markdown.length>3000&&c.number);
console.log(full.length);
const chapters=[...g.chapters]; let n=0;
while (chapters.filter(c=>c.markdown.length>3000&&c.number).length<16) { const c=full[n%full.length]!; chapters.push({...c,id:c.id+n, markdown:c.markdown.replaceAll(/(?<=[a-z])([aeiou])(?=[a-z]{2} )/g, (m)=>Math.random()<.03?'x'+m:m)}); n++; }
const guide=openGuide({...g,chapters});
console.log(guide.chapters.reduce((s,c)=>s+c.markdown.split(/\s+/).length,0),'words');
let t=performance.now();const s=makeSearch(guide,knowledge);console.log('index',performance.now()-t);
t=performance.now();const s2=makeSearch(guide,knowledge);console.log('index',performance.now()-t);
{const u=process.cpuUsage();const s3=makeSearch(guide,knowledge);const d=process.cpuUsage(u);console.log("cpu third index",(d.user/1000).toFixed(0));}
const queries=['cold start','could start','idempotancy','dead letter queue','observibility','how do I test it','safe retries','what is a function','serverless framework deploy',...'abcdefghijklmnopqrstuvwxyz'];
const keys = queries.flatMap(q => [...q].map((_l, i) => q.slice(0, i + 1)));
for (const round of [1,2,3,4,5]) { const ts=keys.map(k=>{const t=performance.now(); s(k); return [performance.now()-t,k] as const}).sort((a,b)=>b[0]-a[0]); console.log(round, 'median', ts[ts.length>>1]![0].toFixed(2), ts.slice(0,6).map(([t,k])=>`${k}:${t.toFixed(1)}`).join(' ')); }
for (let k=0;k<20;k++) for (const key of keys) s(key);
