/** The entry of the second bare worker: `bare-worker.ts` sees by it that its workflows are to be bundled as the product's are. */
import './bare-worker.ts';
