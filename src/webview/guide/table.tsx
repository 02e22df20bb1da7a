import { type Align, type Line, wordsOf } from '../../core/guide/text';
import { fillIn, inList } from '../parts/phrase';
import { Scrolling } from './scrolling';
import { Text } from './text';
import { words } from './words';

interface TableProps {
  /** Of each column. */
  readonly align: readonly Align[];
  readonly head: readonly Line[];
  readonly rows: readonly (readonly Line[])[];
}

export function Table({ align, head, rows }: TableProps) {
  const columns = head.map(cell => wordsOf(cell, () => '')).filter(title => title !== '');
  return (
    <Scrolling class="table" name={fillIn(words.table, inList(columns).join(''))}>
      <table>
        <thead>
          <tr>
            {head.map((cell, at) => (
              <th key={at} scope="col" class={align[at]}>
                <Text line={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, number) => (
            <tr key={number}>
              {row.map((cell, at) => (
                <td key={at} class={align[at]}>
                  <Text line={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  );
}
