import { parseArgs } from 'node:util';
import { deskOf } from './story/desk.ts';
import { accept, decideAndDeliver, explain, file } from './story/story.ts';
import { beginExperts, overrun, resumeAndInspect } from './story/untimed.ts';
import { teller } from './story/teller.ts';

/** `npm run demo`: one case of 取水许可 from filing to delivery against the running product; exit code 1 when a line is not true. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { url: { type: 'string', default: 'http://127.0.0.1:8080' } } });
  if (!(await runs(values.url))) {
    console.error(
      `expected the product at ${values.url}, but nothing answers there: run npm start first, or name it with --url`,
    );
    process.exitCode = 1;
    return;
  }
  const tell = teller((text) => console.log(text));
  const desk = deskOf(values.url, 'sy-water');
  tell.chapter('收件');
  const story = await file(values.url, desk, tell);
  tell.chapter('受理、审查');
  await accept(story);
  tell.chapter('专家评审：不计时环节');
  const startedOn = await beginExperts(story);
  tell.chapter('超过承诺：预警、台账、督查员');
  await overrun(story, startedOn);
  tell.chapter('评审结束，恢复计时；现场勘验');
  await resumeAndInspect(story);
  tell.chapter('审核、决定、制证、送达');
  await decideAndDeliver(story);
  tell.chapter('为什么是这一天');
  await explain(story);
  const { lines, wrong } = tell.told();
  console.log(`\n共 ${lines} 句，${wrong === 0 ? '句句属实' : `${wrong} 句不属实`}`);
  process.exitCode = wrong === 0 ? 0 : 1;
}

async function runs(url: string): Promise<boolean> {
  return fetch(`${url}/livez`).then(
    ({ ok }) => ok,
    () => false,
  );
}

await main();
