type Named = { name: string; printedName: string; salutation: string | null };

/** Tên in trên bằng: the printed name, else the name; a person with "Ông" or "Bà" before it. */
export function printedNameOf({ name, printedName, salutation }: Named): string {
  const shown = (printedName.trim() || name.trim()).normalize('NFC');
  if (salutation === null || shown.toLocaleLowerCase('vi').startsWith(`${salutation.toLocaleLowerCase('vi')} `))
    return shown;
  return `${salutation} ${shown}`;
}
