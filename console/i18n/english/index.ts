import { audit } from './audit.ts';
import { batch } from './batch.ts';
import { catalogue } from './catalogue.ts';
import { caseWords } from './case.ts';
import { clerk } from './clerk.ts';
import { codes } from './codes.ts';
import { department } from './department.ts';
import { devices } from './devices.ts';
import { files } from './files.ts';
import { frame } from './frame.ts';
import { numbers } from './numbers.ts';
import { online } from './online.ts';
import { order } from './order.ts';
import { papers } from './papers.ts';
import { passing } from './passing.ts';
import { people } from './people.ts';
import { publicWords } from './public.ts';
import { serving } from './serving.ts';
import { supervision } from './supervision.ts';
import { trial } from './trial.ts';

/** All texts in English; `codes` are asked by `said`. */
export const english = {
  frame,
  clerk,
  case: caseWords,
  online,
  order,
  numbers,
  department,
  devices,
  files,
  papers,
  people,
  public: publicWords,
  passing,
  serving,
  supervision,
  trial,
  audit,
  batch,
  catalogue,
  codes,
};
