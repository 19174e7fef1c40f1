import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
/** Words of the workshop that stood on screens, for which an official has others (GLOSSARY). 演练时钟 is a clock indeed. */
const never =
  /(?<!演练|业务)时钟|灯|停表|到期日|预警阶梯|级次|启动不计时环节|不计时环节承诺|系统原话|收件立案|登记所需时间告知书|指令|入账|退领|拿回/;

it('fault E11: screens, messages, contract and demo say what an official says', () => {
  const files = execFileSync('git', ['ls-files', '*.ts', '*.tsx'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((file) => /^(console|contract|demo|domain|server|activities)\//.test(file));
  const said = files.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '')
      .split('\n')
      .flatMap((line) => (never.test(line) ? [`${file}: ${line.trim()}`] : [])),
  );
  expect(said).toEqual([]);
});
