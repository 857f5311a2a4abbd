"""The look of pages: readable on a screen, and in black and white from a printer.

Colours follow the palette of Okabe and Ito, darkened until they reach 4.5:1 on white; no meaning rests on
colour alone.
"""

ENVOY, GOVERNMENT, THIRD = "#9a5b00", "#0063a0", "#8f3f74"
GOOD, BAD, PLAIN, MUTED, GRID = "#00694d", "#b04300", "#1b2431", "#566170", "#d5dae1"
SEATS = (ENVOY, GOVERNMENT)

STYLE = f"""
:root {{ color-scheme: light; }}
body {{ font: 16px/1.5 system-ui, "Segoe UI", "Noto Sans", sans-serif; color: {PLAIN}; background: #fff;
  max-width: 60rem; margin: 2rem auto; padding: 0 1.25rem; }}
h1 {{ font-size: 1.9rem; line-height: 1.2; margin: 0 0 .3rem; }}
h2 {{ font-size: 1.35rem; margin: 2.4rem 0 .6rem; padding-top: .8rem; border-top: 2px solid {GRID}; }}
h3 {{ font-size: 1.08rem; margin: 1.3rem 0 .3rem; }}
p, ul, ol {{ margin: .4rem 0 .7rem; }}
li {{ margin: .15rem 0; }}
a {{ color: {GOVERNMENT}; }}
svg {{ max-width: 100%; height: auto; display: block; margin: .6rem 0; }}
table {{ border-collapse: collapse; width: 100%; margin: .6rem 0 1rem; font-size: .94rem; }}
caption {{ text-align: left; color: {MUTED}; padding-bottom: .3rem; }}
th, td {{ text-align: left; vertical-align: top;
  padding: .3rem .6rem .3rem 0; border-bottom: 1px solid {GRID}; }}
.muted {{ color: {MUTED}; }}
.lead {{ font-size: 1.1rem; }}
.box {{ border: 1px solid {GRID}; border-left: 5px solid {MUTED}; padding: .5rem 1rem; margin: 1rem 0; }}
.envoy {{ color: {ENVOY}; }} .government {{ color: {GOVERNMENT}; }}
.good {{ color: {GOOD}; }} .bad {{ color: {BAD}; }}
.two {{ display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 0 1.6rem; }}
.notes th:first-child {{ width: 24%; }} .notes th:last-child {{ width: 26%; }}
nav ul {{ columns: 2; list-style: none; padding: 0; }}
svg text {{ font: 14px system-ui, "Segoe UI", "Noto Sans", sans-serif; }}
@page {{ margin: 14mm; }}
@media print {{
  body {{ margin: 0; max-width: none; padding: 0; font-size: 10pt; line-height: 1.35; }}
  h1 {{ font-size: 17pt; }} h2 {{ font-size: 13pt; margin-top: 1.1rem; }}
  h3 {{ font-size: 11pt; margin-top: .7rem; }}
  table {{ font-size: 9.5pt; }} p, ul, ol {{ margin: .25rem 0 .4rem; }}
  h2, h3 {{ break-after: avoid; }}
  svg, tr, .box, li {{ break-inside: avoid; }}
  .sheet {{ break-before: page; }}
  nav {{ display: none; }}
  a {{ color: inherit; text-decoration: none; }}
  .sources a::after {{ content: " <" attr(href) ">"; font-size: .85em; overflow-wrap: anywhere; }}
}}
"""
