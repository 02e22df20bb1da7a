import { fillIn } from '../parts/phrase';
import { usePage } from './page';
import { type Cell, plainText } from './prose';
import { Scrolling } from './scrolling';
import { Text } from './text';

export function Table({ head, rows }: { head: readonly Cell[]; rows: readonly (readonly Cell[])[] }) {
  const { words } = usePage();
  const columns = head.map(({ children }) => plainText(children)).filter(title => title !== '');
  return (
    <Scrolling class="table" name={fillIn(words.table, columns.join(', '))}>
      <table>
        <thead>
          <tr>
            {head.map((cell, at) => (
              <th key={at} scope="col" class={cell.align}>
                <Text inlines={cell.children} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, number) => (
            <tr key={number}>
              {row.map((cell, at) => (
                <td key={at} class={cell.align}>
                  <Text inlines={cell.children} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  );
}
