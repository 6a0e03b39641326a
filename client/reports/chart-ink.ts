/** Written into the drawing itself, so that a saved picture and paper look like the screen. */
export const INK = {
  text: '#1f2937',
  soft: '#4b5563',
  line: '#d1d5db',
  figure: '#1d4e89',
  target: '#1f2937',
  font: 'system-ui, "Segoe UI", Arial, sans-serif',
} as const;
