/** Hands bytes to the browser's own download (the desktop window asks where to put them). */
export function saveBlob(bytes: Blob, name: string): void {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download takes its copy of the address when it starts, a moment after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
