/** The id of the input of a form's field, so that an error summary can link to it: 'items.0.value' → 'o-items-0-value'. */
export function fieldId(name: string): string {
  return `o-${name.replace(/\W+/g, '-')}`;
}
