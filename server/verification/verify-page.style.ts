/** The style of the public page, by hand and small: one column, dark on light, prints on one sheet. */
export const VERIFY_STYLE = `
:root{color:#1c1714;background:#f6f4ef;font:1.0625rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif}
*{box-sizing:border-box}
body{margin:0 auto;max-width:40rem;padding:0 1rem 2rem}
h1,h2,p,dl,dd{margin:0}
h1{font-size:1.375rem;line-height:1.25;color:#8f1018;text-align:center;margin-bottom:1rem}
h2{font-size:1.125rem;line-height:1.3}
.demo{margin:0 -1rem;padding:.5rem 1rem;background:#5b3a00;color:#fff;font-weight:700;text-align:center}
header{padding:1rem 0 .75rem;text-align:center;font-size:.875rem;font-weight:700}
.verdict{display:flex;gap:.875rem;align-items:flex-start;padding:1rem;border-radius:.5rem;border:2px solid;background:#fff}
.verdict svg{flex:none}
.verdict h2{font-size:1.375rem}
.verdict p{color:#1c1714;margin-top:.375rem}
.good{color:#0b6133;border-color:#0b6133}
.bad{color:#a0111b;border-color:#a0111b}
.warn{color:#7a4a00;border-color:#7a4a00}
dl{margin-top:1rem;background:#fff;border:1px solid #d8d2c4;border-radius:.5rem}
dl div{padding:.625rem 1rem;border-bottom:1px solid #e8e3d8}
dl div:last-child{border-bottom:0}
dt{font-size:.875rem;color:#5a5148}
dd{font-weight:600;overflow-wrap:anywhere}
form{margin-top:1.5rem}
label{display:block;margin-top:.5rem}
.row{display:flex;gap:.5rem;flex-wrap:wrap;margin-top:.25rem}
input{flex:1 1 14rem;min-width:0;min-height:3rem;padding:0 .75rem;font:inherit;text-transform:uppercase;border:1px solid #6f665b;border-radius:.375rem;background:#fff;color:inherit}
input::placeholder{color:#6f665b}
button{min-height:3rem;padding:0 1.25rem;font:inherit;font-weight:700;color:#fff;background:#8f1018;border:0;border-radius:.375rem;cursor:pointer}
:focus-visible{outline:3px solid #1457b8;outline-offset:2px}
footer{margin-top:1.5rem;font-size:.875rem;color:#4a423a}
footer p+p{margin-top:.5rem}
@media (min-width:34rem){dl div{display:grid;grid-template-columns:13rem 1fr;gap:1rem}}
@media print{:root{background:#fff;font-size:11pt}form{display:none}.demo{color:#000;background:none;border:2px solid}}
`.trim();
