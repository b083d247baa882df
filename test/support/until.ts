/** Waits for something another side will bring about; the runner's own limit ends the test when it never happens. */
export async function until(happened: () => boolean): Promise<void> {
  while (!happened()) await new Promise((resolve) => setTimeout(resolve, 5));
}
