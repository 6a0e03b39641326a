import { html } from '#server/core/html.ts';

/** The page of a print that was refused: why, and what to do. No style, so that no policy can break it. Pure. */
export function refusalPage(sentences: readonly string[]): string {
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Chưa in được · Lũy Tre</title>
</head>
<body>
<main>
<h1>Chưa in được</h1>
${sentences.map((sentence) => html`<p>${sentence}</p>\n`)}
<p><a href="/quyet-dinh">Về danh sách quyết định</a></p>
</main>
</body>
</html>
`.text;
}
