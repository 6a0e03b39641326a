import { createRequire } from 'node:module';

/** The one platform Typst is built for in npm; its package is installed there only. */
const PACKAGE = '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu';

type Diagnostic = { message: string };
type Outcome = {
  readonly result: TypstDocument | null;
  hasError(): boolean;
  takeError(): { shortDiagnostics: Diagnostic[] } | null;
  takeWarnings(): { shortDiagnostics: Diagnostic[] } | null;
};
export type TypstDocument = { readonly numOfPages: number };

/** What we use of the native compiler, which ships no types in its platform package. */
export type TypstCompiler = {
  compile(options: { mainFilePath?: string; mainFileContent?: string; inputs?: Record<string, string> }): Outcome;
  pdf(document: TypstDocument, options?: { pdfStandard?: string; creationTimestamp?: number }): Buffer;
  plainSvg(document: TypstDocument): string;
  query(document: TypstDocument, options: { selector: string; field?: string }): unknown;
  mapShadow(path: string, content: Buffer): void;
  evictCache(age: number): void;
};

type TypstModule = {
  NodeCompiler: {
    create(options: { workspace: string; fontArgs?: { fontPaths: string[] }[] }): TypstCompiler;
  };
};

/** True when this machine has the compiler. Does not load it. */
export function typstIsInstalled(): boolean {
  try {
    createRequire(import.meta.url).resolve(PACKAGE);
    return process.platform === 'linux' && process.arch === 'x64';
  } catch {
    return false;
  }
}

/**
 * A compiler that reads files of `workspace` and fonts of `fontPaths` only.
 *
 * @throws Error where the package is not installed
 */
export function createTypst(workspace: string, fontPaths: string[]): TypstCompiler {
  const typst: TypstModule = createRequire(import.meta.url)(PACKAGE);
  return typst.NodeCompiler.create({ workspace, fontArgs: [{ fontPaths }] });
}

/**
 * Compiles and gives the document.
 *
 * @throws Error with Typst's words on any error, and on any warning: a missing font is only a warning there,
 *   but would print a certificate with blank letters
 */
export function compileStrictly(
  compiler: TypstCompiler,
  options: Parameters<TypstCompiler['compile']>[0],
): TypstDocument {
  const outcome = compiler.compile(options);
  if (outcome.hasError() || outcome.result === null) {
    throw new Error(sentences(outcome.takeError()?.shortDiagnostics) || 'Typst gave no document and no reason');
  }
  const warnings = sentences(outcome.takeWarnings()?.shortDiagnostics);
  if (warnings !== '') throw new Error(warnings);
  return outcome.result;
}

function sentences(diagnostics: Diagnostic[] = []): string {
  return diagnostics.map((diagnostic) => diagnostic.message).join('; ');
}
