/// How the page looks: light, dark and on paper.
///
/// Colours are told apart by lightness as well as by hue: blue for what is done, orange for what is live, vermilion for what is
/// wrong ([Okabe and Ito](https://jfly.uni-koeln.de/color/)); nothing is told by colour alone.
enum StatusPageStyle {
    static let text = """
        :root{color-scheme:light dark;--paper:#fbfaf8;--card:#fff;--ink:#16191f;--soft:#5c626d;--faint:#8a909b;--rule:#e4e1db;--tint:#f2efe9;
        --done:#1f5fae;--done-soft:#cfdff2;--live:#b4530a;--live-soft:#f6dcc3;--bad:#a5230f;--bad-soft:#fbe6e1;--wait:#6b5a1c;--wait-soft:#f3ebcd;
        --sans:"Inter",ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;
        --mono:ui-monospace,"SF Mono","JetBrains Mono","Cascadia Code",Menlo,Consolas,"DejaVu Sans Mono",monospace}
        @media (prefers-color-scheme:dark){:root{--paper:#101317;--card:#171b21;--ink:#e8e9ec;--soft:#a4abb6;--faint:#7b838f;--rule:#2a3038;--tint:#1d222a;
        --done:#6fa8ec;--done-soft:#24415f;--live:#f0994e;--live-soft:#5a3716;--bad:#ff8a70;--bad-soft:#3a1b16;--wait:#d9c26a;--wait-soft:#37311a}}
        *{box-sizing:border-box}
        html{font-size:16px;-webkit-text-size-adjust:100%}
        body{margin:0;background:var(--paper);color:var(--ink);font:400 1rem/1.5 var(--sans);font-feature-settings:"cv11","ss03";overflow-wrap:anywhere}
        header,main{max-width:74rem;margin:0 auto;padding:0 2rem}
        main{padding-bottom:5rem}
        h1,h2,h3,p,dl,dd,ul,figure{margin:0;padding:0}
        ul{list-style:none}
        table{border-collapse:collapse;width:100%;font-size:.9375rem}
        th,td{text-align:left;vertical-align:top;padding:.75rem 1.25rem .75rem 0;border-bottom:1px solid var(--rule);font-weight:400}
        thead th{font-size:.8125rem;color:var(--soft);padding:.5rem 1.25rem .5rem 0;white-space:nowrap}
        .n{text-align:right;font-variant-numeric:tabular-nums}
        code,.mono{font-family:var(--mono);font-size:.875em}
        small{font-size:.8125rem;color:var(--soft)}
        a{color:inherit;text-underline-offset:.2em;text-decoration-thickness:1px}
        button,input{font:inherit;color:inherit}
        button{cursor:pointer}
        :focus-visible{outline:2px solid var(--done);outline-offset:3px;border-radius:3px}
        .vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        .skip{position:absolute;left:-100rem;top:.5rem;background:var(--card);padding:.5rem 1rem;z-index:2}
        .skip:focus{left:1rem}
        .scroll{overflow-x:auto;position:relative}
        .bar{display:flex;justify-content:space-between;align-items:baseline;gap:2rem;padding:1.5rem 0 3.5rem}
        .mark{font-size:1.0625rem;letter-spacing:-.01em;color:var(--soft)}
        .mark b{color:var(--ink);font-weight:650}
        nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;font-size:.875rem}
        nav a{text-decoration:none;color:var(--soft)}
        nav a:hover{color:var(--ink);text-decoration:underline}
        .title{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem 1.25rem}
        h1{font-size:clamp(2rem,5vw,3.25rem);line-height:1.1;font-weight:680;letter-spacing:-.03em}
        .standing{display:inline-flex;align-items:center;gap:.45em;font-size:.9375rem;font-weight:560;padding:.25rem .8rem .25rem .65rem;border-radius:2rem;background:var(--tint);white-space:nowrap}
        .standing.small{font-size:.8125rem;padding:.05rem .6rem .05rem .5rem}
        .s-in-progress,.s-done{background:var(--done-soft)}
        .s-done{background:var(--done);color:var(--paper)}
        .s-waiting{background:var(--wait-soft)}
        .s-regressed{background:var(--bad);color:var(--paper)}
        .lead{font-size:1.25rem;line-height:1.45;margin-top:.9rem;max-width:44rem;letter-spacing:-.01em}
        .asof{color:var(--soft);font-size:.875rem;margin-top:.5rem}
        .fleet{margin-top:2rem}
        section{margin-top:4.5rem;scroll-margin-top:1.5rem}
        h2{font-size:1.5rem;font-weight:640;letter-spacing:-.02em;line-height:1.25;margin-bottom:1.25rem}
        h3{font-size:1rem;font-weight:600;margin-bottom:.5rem}
        .count{font-weight:400;color:var(--faint);margin-left:.2em;font-variant-numeric:tabular-nums}
        .prose{max-width:42rem;color:var(--soft)}
        .none,.more{color:var(--soft)}
        .more{font-size:.875rem;padding-top:.6rem}
        .attention{margin-top:3rem;background:var(--bad-soft);border-radius:10px;padding:1.5rem 1.75rem 1.6rem}
        .attention h2{color:var(--bad);font-size:1.25rem;margin-bottom:.75rem}
        .attention li{border-top:1px solid color-mix(in srgb,var(--bad) 25%,transparent);padding:.9rem 0 .7rem}
        .attention li.do{border:0;padding:0 0 .9rem}
        .attention h3{margin-bottom:.25rem}
        .attention em{font-style:normal;color:var(--bad);font-weight:500}
        .attention p{max-width:56rem}
        .evidence{color:var(--soft);font-size:.875rem}
        .command{display:block;background:var(--tint);border-radius:6px;padding:.45rem .7rem;font-size:.8125rem;margin-top:.45rem;overflow-x:auto;white-space:pre-wrap;user-select:all}
        .attention .command{background:var(--card);max-width:max-content}
        .attention details{color:inherit}.attention summary{text-decoration:underline;text-underline-offset:.2em;text-decoration-thickness:1px}
        .figures{margin-top:3.25rem;display:grid;grid-template-columns:minmax(15rem,1fr) minmax(0,2.6fr);gap:2.5rem 4rem;align-items:start}
        .figures dl{display:grid;gap:1.6rem}
        dt{font-size:.875rem;color:var(--soft)}
        .figures dd b{font-size:2.75rem;font-weight:620;letter-spacing:-.04em;line-height:1.1;font-variant-numeric:tabular-nums}
        .figures dd span{color:var(--soft);font-size:.9375rem}
        .figures svg{display:block}
        .figures dl svg{width:100%;height:4px;margin-top:.4rem;border-radius:2px}
        .track{fill:var(--rule)}.full{fill:var(--done)}.left{fill:var(--live)}
        figcaption{font-size:.875rem;color:var(--soft);margin-bottom:.5rem}
        .chart svg{width:100%;min-width:34rem;height:auto}
        .chart text,.graph text{font:12px var(--sans);fill:var(--soft);font-variant-numeric:tabular-nums}
        .end{text-anchor:end}.mid{text-anchor:middle}
        .line{stroke:var(--rule);fill:none}
        path.live{fill:var(--live);opacity:.13}path.top{fill:none;stroke:var(--live);stroke-width:2.5;stroke-linejoin:round}
        .tip{fill:var(--live);stroke:var(--paper);stroke-width:2}path.inactive{fill:url(#hatch)}.hatch{stroke:var(--faint);stroke-width:1.2;opacity:.75}
        .chart .label-live{fill:var(--live);font-weight:650}
        .chart .label-inactive{fill:var(--soft)}
        time{white-space:nowrap}
        details{font-size:.875rem;color:var(--soft)}
        summary{cursor:pointer;width:max-content;padding:.25rem 0}
        details table{font-size:.8125rem;max-width:28rem}
        details td,details th{padding:.25rem 1rem .25rem 0}
        .lists{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));gap:2.5rem 4rem}
        .lists li{border-top:1px solid var(--rule);padding:.8rem 0 1rem}
        .wait{color:var(--soft)}
        .note{color:var(--soft);font-size:.8125rem;margin-top:.15rem}
        .grid{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:1.25rem 1.5rem;margin-bottom:2rem}
        .column button{display:block;width:100%;text-align:left;background:none;border:0;border-top:2px solid var(--ink);padding:.5rem 0 .6rem;font-size:.875rem;color:var(--soft);border-radius:0}
        .column button b{font-size:1.375rem;font-weight:620;color:var(--ink);letter-spacing:-.02em;margin-right:.15em;font-variant-numeric:tabular-nums}
        .column button:hover{color:var(--ink)}
        .column button[aria-pressed=true]{border-top-color:var(--done);color:var(--done);font-weight:600;box-shadow:inset 0 3px 0 var(--done)}
        .tiles{display:flex;flex-wrap:wrap;gap:3px;max-height:11rem;overflow:hidden auto}
        .tiles i{width:12px;height:12px;border-radius:2px;background:var(--done-soft);cursor:pointer}
        .tiles.many{gap:2px;max-height:20rem}.many i{width:9px;height:9px}
        .tiles i.p-done{background:var(--done)}
        .tiles i.p-shift{background:linear-gradient(135deg,var(--done) 50%,var(--done-soft) 50%)}
        .tiles i.p-retire,.tiles i.p-decommission{background:linear-gradient(90deg,var(--done) 70%,var(--done-soft) 70%)}
        .tiles i.p-exempt{background:none;box-shadow:inset 0 0 0 1px var(--faint)}
        .tiles i.bad{background:var(--bad);clip-path:polygon(50% 0,100% 100%,0 100%)}
        .tools{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem 1.25rem;margin-bottom:.5rem}
        .find{display:flex;flex:1 1 20rem;max-width:30rem;align-items:center;gap:.75rem;font-size:.875rem;color:var(--soft)}
        .find input{flex:1;min-width:0;background:var(--card);border:1px solid var(--rule);border-radius:8px;padding:.5rem .8rem;font-size:.9375rem;color:var(--ink)}
        .find input::placeholder{color:var(--faint)}
        #found{font-size:.875rem;color:var(--soft);font-variant-numeric:tabular-nums}
        #open,#more button,.link{background:none;border:0;padding:0;text-decoration:underline;text-underline-offset:.2em;text-decoration-thickness:1px;font-size:.875rem}
        .link{font-size:inherit;text-align:left}
        tbody th button[aria-expanded]{background:none;border:0;padding:0;text-align:left;font-weight:560;font-size:.9375rem;position:relative}
        tbody th button[aria-expanded]::before{content:"";position:absolute;left:-1rem;top:.5em;border:4px solid transparent;border-left:5px solid var(--faint)}
        tbody th button[aria-expanded=true]::before{transform:rotate(90deg);transform-origin:2px 50%}
        tbody th button[aria-expanded]:hover{text-decoration:underline;text-underline-offset:.2em}
        .keys tbody th button{font-family:var(--mono);font-size:.875rem;font-weight:500}
        tbody th p{font-size:.8125rem;color:var(--soft)}
        tbody th small{font-size:inherit;font-weight:400;color:var(--soft)}
        .services th:first-child,.keys th:first-child{padding-left:1rem}.services th:first-child{width:38%}.keys th:first-child{min-width:15rem}
        .services tr.more-below>*,.keys tr.more-below>*{border-bottom-color:transparent}
        .ticks{white-space:nowrap;font-size:.8125rem;color:var(--soft);font-variant-numeric:tabular-nums}
        .ticks i{display:inline-block;width:8px;height:13px;margin-right:2px;border-radius:1.5px;box-shadow:inset 0 0 0 1px var(--faint);vertical-align:-2px;opacity:.6}
        .ticks i.d{background:var(--done);box-shadow:none;opacity:1}
        .num{margin-left:.5rem}
        .w{font-weight:560;white-space:nowrap}
        .w-done,.w-blocked{font-weight:400;color:var(--soft)}
        .w-live{color:var(--live)}.w-waiting,.w-asking{color:var(--wait)}.w-ready,.w-running,.w-verifying{color:var(--done)}
        .w-regressed,.w-failed{color:var(--bad)}
        .w-regressed::before,.w-failed::before{content:"▲ ";font-size:.8em}
        .w-done::before{content:"✓ ";color:var(--done);font-weight:700}
        .w-waiting::before{content:"◷ "}
        .life{vertical-align:-3px;margin-right:.4rem}
        .life path,.graph path{fill:none}
        .life .on,.life .past{stroke:var(--done);fill:var(--done);stroke-width:2}
        .life .off{stroke:var(--faint);fill:none;stroke-width:1.25}
        .life path.off{stroke-dasharray:2 3}
        .life .open{fill:var(--live);stroke:var(--live);stroke-width:2}
        .graph{margin-top:3rem}
        .graph svg{width:100%;min-width:46rem;height:auto}
        .graph text{font-size:13px;fill:var(--ink)}
        .graph text.mono{font-family:var(--mono);font-size:12px}
        .graph .word{fill:var(--soft)}
        .graph .link{stroke:var(--live);stroke-width:1.5;opacity:.65}
        .graph .past{stroke:var(--done-soft);stroke-width:1.25}
        .graph circle.open{fill:var(--live)}
        .graph circle.past{fill:var(--done);stroke:none}
        .graph circle.more{fill:none;stroke:var(--faint)}
        .graph circle.bad{fill:var(--bad);stroke:var(--bad-soft);stroke-width:5}
        .keys td:nth-child(2),.keys td:nth-child(3){white-space:nowrap}.keys td:nth-child(4){min-width:16rem}
        .reason{min-width:16rem}#overrides td:last-child{white-space:nowrap}#overrides td:nth-child(2){min-width:14rem}
        .seal{display:grid;grid-template-columns:9rem minmax(0,1fr);gap:.5rem 1.5rem;border-top:1px solid var(--rule);padding:1.25rem 0;margin-top:1.25rem;align-items:baseline}
        .seal .command{margin:0}
        .seal.whole b{color:var(--done)}.seal.broken b{color:var(--bad)}
        .hash{font-size:.8125rem}
        .steps{padding:.25rem 0 1.5rem 1rem;display:grid;gap:1.1rem}
        .steps>li{display:grid;grid-template-columns:9.75rem minmax(0,1fr);gap:0 1rem}
        .steps .id{font-family:var(--mono);font-size:.8125rem;color:var(--soft)}
        .steps ul{margin-top:.35rem;display:grid;gap:.4rem;font-size:.875rem}
        .steps ul li{padding-left:1.25rem;position:relative}
        .steps ul li::before{content:"✗";position:absolute;left:0;color:var(--bad)}
        .steps ul li.yes::before{content:"✓";color:var(--done);font-weight:700}
        .steps ul li.open::before{content:"·";color:var(--soft)}
        .steps .seen{display:block;color:var(--soft);font-size:.8125rem}
        tr.detail>td{padding:0}
        mark{background:var(--wait-soft);color:inherit}
        @media screen and (max-width:52rem){header,main{padding:0 1.1rem}.bar{flex-direction:column;gap:.5rem;padding-bottom:2.25rem}.figures{grid-template-columns:minmax(0,1fr)}
        section{margin-top:3.5rem}.seal,.steps>li{grid-template-columns:minmax(0,1fr)}.services{min-width:44rem}.keys{min-width:40rem}.attention{padding:1.25rem}}
        @media screen and (max-width:40rem){.services,.keys{min-width:0}.services thead th:not(:first-child):not(:last-child),.services .ticks,
        .keys tr>:nth-child(3):not([colspan]),.life,.graph{display:none}.services th:first-child{width:auto}.keys th:first-child,.keys td:nth-child(4){min-width:0}
        .keys tbody th button{font-size:.75rem}.keys td:nth-child(2){white-space:normal}th,td{padding-right:.75rem}.steps{padding-left:0}
        .chart .scroll{direction:rtl}.chart svg{direction:ltr}}
        @page{margin:1.6cm}
        @media print{:root{--paper:#fff;--card:#fff;--ink:#000;--soft:#444;--faint:#777;--rule:#bbb;--tint:#f3f3f3;--done:#1f5fae;--done-soft:#cfdff2;--live:#b4530a;
        --live-soft:#f6dcc3;--bad:#a5230f;--bad-soft:#fbe6e1;--wait:#5a4a10;--wait-soft:#f3ebcd}
        html{font-size:11px}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
        nav,.skip,.tools,#more,tbody th button[aria-expanded]::before{display:none}
        header,main{max-width:none;padding:0}.bar{padding:0 0 1.5rem}section{margin-top:2.5rem}
        tr,li,figure,.seal{break-inside:avoid}tr.detail,tr.detail li{break-inside:auto}thead{display:table-header-group}h2{break-after:avoid}
        .scroll{overflow:visible}.tiles{max-height:none}.command{border:1px solid var(--rule)}}
        @media (forced-colors:active){.ticks i.d,.tiles i,.full,.left{forced-color-adjust:none}}
        @media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
        """
}
