import { shortAddress } from '../parts/address';

/** A link that shows where it leads, so that it can be read out or printed. What is not a web address stays text. */
export function WebLink({ address, text }: { address: string; text?: string }) {
  const shown = shortAddress(address);
  if (shown === undefined) return <span>{text ?? address}</span>;
  return (
    <a class="web" href={address} title={address}>
      {text ?? shown}
    </a>
  );
}
