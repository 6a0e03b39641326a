import { expect, test } from 'vitest';
import { Html, html } from '#server/core/html.ts';

test('values are escaped in text and in attributes, markup of the tag is not', () => {
  const name = `<b>"Ông" & 'Bà'</b>`;
  expect(html`<p title="${name}">${name}</p>`.text).toBe(
    '<p title="&lt;b&gt;&quot;Ông&quot; &amp; &#39;Bà&#39;&lt;/b&gt;">&lt;b&gt;&quot;Ông&quot; &amp; &#39;Bà&#39;&lt;/b&gt;</p>',
  );
});

test('pieces nest once, lists join, nothing is nothing, numbers are text', () => {
  expect(html`${[html`<i>${'<'}</i>`, html`${1}`]}${undefined}${new Html('<hr>')}`.text).toBe('<i>&lt;</i>1<hr>');
});
