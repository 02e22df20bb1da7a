/** A setting that the infrastructure gives the function. Missing, it stops the function at once and says which one it is. */
export function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`The environment variable ${name} is not set.`);
  return value;
}
