import type { OkOf } from '../../contract/routes.ts';

export type Board = OkOf<'board'>;
type Cell = Board['rows'][number];

export interface Counts {
  readonly red: number;
  readonly yellow: number;
  readonly green: number;
}

/** One line of the board: a department with the sum of its items, or one item. */
export interface Line extends Counts {
  readonly key: string;
  readonly name: string;
  readonly departmentId: string;
  readonly itemCode: string | null;
  readonly children?: Line[];
}

const none: Counts = { red: 0, yellow: 0, green: 0 };

/** The sum of some counts. */
export function sumOf(parts: readonly Counts[]): Counts {
  return parts.reduce(
    (sum, part) => ({
      red: sum.red + part.red,
      yellow: sum.yellow + part.yellow,
      green: sum.green + part.green,
    }),
    none,
  );
}

/** How many cases are open: every one has exactly one light. */
export function openOf({ red, yellow, green }: Counts): number {
  return red + yellow + green;
}

/** The rows of the API under their departments, what burns most first. */
export function linesOf(rows: readonly Cell[]): readonly Line[] {
  const groups = new Map<string, Cell[]>();
  for (const row of rows) groups.set(row.departmentId, [...(groups.get(row.departmentId) ?? []), row]);
  const lines = [...groups].map(([departmentId, cells]) => ({
    key: departmentId,
    name: cells[0]?.departmentName ?? departmentId,
    departmentId,
    itemCode: null,
    ...sumOf(cells),
    children: sorted(
      cells.map((cell) => ({
        key: `${departmentId} ${cell.itemCode}`,
        name: cell.itemName,
        departmentId,
        itemCode: cell.itemCode,
        ...sumOf([cell]),
      })),
    ),
  }));
  return sorted(lines);
}

function sorted<L extends Line>(lines: L[]): L[] {
  return lines.sort((a, b) => b.red - a.red || b.yellow - a.yellow || openOf(b) - openOf(a));
}
