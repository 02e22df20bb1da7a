/** A web address without what every address has; nothing for anything else. */
export function shortAddress(address: string): string | undefined {
  return /^https?:\/\//.test(address) && URL.canParse(address)
    ? address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')
    : undefined;
}
