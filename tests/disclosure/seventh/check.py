#!/usr/bin/env python3
"""Independent check of the set: python3 check_three.py (in this folder). Exits 1 on a fault."""
import json,re,sys,os,datetime
os.chdir(os.path.dirname(os.path.abspath(__file__)))
PRE={'ni-number':'ni','date-of-birth':'dob','e-mail':'mail'}
KEYS=['id','kind','text','section','positive','spans','value','passes_check','why']
bad=[]; seen=set(); texts={}; cnt={}; secs={}
INVIS='\u200b\u200c\u200d\u00ad\ufeff'
def ni(v): p=v[:2]; return bool(re.fullmatch('[A-Z]{2}[0-9]{6}[A-D]?',v)) and p[0] not in 'DFIQUV' and p[1] not in 'DFIQUVO' and p not in('BG','GB','KN','NK','NT','TN','ZZ')
NIOK=lambda p:p[0]=='X' or p in('GA','GE','MK')
NIBAD=lambda p:p in('QQ','BG','GB','NT','TN','ZZ') or p[0] in 'DU'
CLEAN=lambda s:re.sub('[^A-Z0-9]','',s.replace('&nbsp;','').upper())
LOOSE=re.compile(r'(?<![A-Za-z0-9])[A-Z]{2}[ /.-]?\d{2}[ /.-]?\d{2}[ /.-]?\d{2}[ /.-]?[A-D](?![A-Za-z0-9])')
PHONE=re.compile(r'07700900\d{3}$|01632960\d{3}$|02079460\d{3}$|08081570\d{3}$|03069990\d{3}$')
MON={m:i+1 for i,m in enumerate('jan feb mar apr may jun jul aug sep oct nov dec'.split())}
WD='monday tuesday wednesday thursday friday saturday sunday'.split()
def dates(s):
    """every reading of the printed date (day first unless the year leads; month first if the middle is over 12)"""
    s=''.join(c for c in s if c not in INVIS).lower().replace('\\','')
    y4=lambda y:int(y) if len(y)==4 else (2000+int(y) if int(y)<=40 else 1900+int(y))
    m=re.search('[a-z]{3,}',re.sub(r'\d\s*(st|nd|rd|th)\b|\b(of|day)\b',lambda k:k[0][0] if k[0][0].isdigit() else ' ',s))
    n=re.findall(r'\d+',s)
    try:
        if m:
            if len(n)!=2: return []
            return [datetime.date(y4(n[1]),MON[m[0][:3]],int(n[0]))]
        if len(n)==1 and len(n[0])==8: n=[n[0][:4],n[0][4:6],n[0][6:]]
        if len(n)==1 and len(n[0])==6: n=[n[0][:2],n[0][2:4],n[0][4:]]
        if len(n)!=3: return []
        if len(n[0])==4: return [datetime.date(*map(int,n))]
        if int(n[1])>12: return [datetime.date(y4(n[2]),int(n[0]),int(n[1]))]
        return [datetime.date(y4(n[2]),int(n[1]),int(n[0]))]
    except (ValueError,KeyError): return []
AGEW={w:i for i,w in enumerate('zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen'.split())}
AGEW['third']=3
def mailnorm(s):
    s=''.join(c for c in s if c not in INVIS).replace('＠','@').replace('%40','@').replace('&#64;','@').replace('\\','').replace('\n>','\n')
    s=re.sub(r'\s*[\[(]\s*at\s*[\])]\s*|\s+at\s+','@',s,flags=re.I); s=re.sub(r'\s*[\[(]\s*dot\s*[\])]\s*|\s+dot\s+','.',s,flags=re.I)
    return re.sub(r'\s','',s).lower()
COUNT=re.compile(r'\b(one|two|three|four|five|[1-5])( of the)?( \w+)? (pupils?|child(ren)?|young people|yps?|students?|learners?|famil(y|ies)|cases?|referrals?|exclusions?|suspensions?|boys?|girls?|siblings?|brothers?|sisters?)\b',re.I)
for k,p in PRE.items():
    lines=open(k+'.jsonl',encoding='utf8').read().splitlines()
    for line in lines:
        o=json.loads(line); i=o['id']; t=o['text']; F=lambda m:bad.append((i,m)); pos=o['positive']
        if list(o) not in(KEYS,KEYS+['also']): F('keys')
        if 'also' in o and not(pos and o['also'] and set(o['also'])<={'name','initials'}): F('also')
        if i in seen: F('id twice')
        seen.add(i)
        norm=re.sub(r'\W+',' ',t.lower())
        if norm in texts: F('text as '+texts[norm])
        texts[norm]=i
        c=cnt.setdefault(k,[0,0]); c[0 if pos else 1]+=1
        secs[o['section']]=secs.get(o['section'],0)+1
        if not re.fullmatch(p+('-w' if pos else '-x')+r'\d\d',i) or o['kind']!=k: F('id form')
        if o['section'] not in('Activity','Impact','Planned'): F('section')
        if pos!=bool(o['spans']) or any(x in t for x in('[[',']]','{','@=','::','⟦','⟧')): F('marks')
        if not o['why']: F('why')
        if len(set(o['spans']))!=len(o['spans']): F('span twice')
        vals=o['value'] if isinstance(o['value'],list) else [o['value']]*len(o['spans'])
        if len(vals)!=len(o['spans']): F('values')
        if not pos and o['value'] is not None: F('value on negative')
        if COUNT.search(t): F('small count: '+COUNT.search(t)[0])
        for s,v in zip(o['spans'],vals):
            if s not in t or s!=s.strip(): F('span not in text')
            if not re.search(r'(?<![A-Za-z0-9])'+re.escape(s)+r'(?![A-Za-z0-9])',t) and not re.search('(NI|DOB)'+re.escape(s),t) and not(k=='e-mail' and '@\n' in s): F('span is no token of its own')
            if k=='ni-number':
                if CLEAN(s)[:2]+CLEAN(s)[2:].replace('O','0')!=v: F('value is not span')
                if ni(v)!=o['passes_check']: F('prefix rule')
                if not (NIOK(v[:2]) if o['passes_check'] else NIBAD(v[:2])): F('range')
            if k=='e-mail':
                if not re.fullmatch(r"[a-z0-9._+'\-]+@(([a-z\-]+\.)*[a-z\-]+\.example|example\.(com|org|net))",v): F('range '+v)
                if mailnorm(s)!=v: F('value %s %s'%(mailnorm(s),v))
            if k=='date-of-birth':
                d=datetime.date.fromisoformat(v); r=dates(s)
                if not datetime.date(1950,1,1)<d<datetime.date(2026,1,31): F('age')
                if d.year<2001 and not re.search('parent|dad|escort',t): F('adult not said')
                if not r: F('date not read '+s)
                elif r[0]!=d:
                    y=r[0].year-d.year
                    ages=[int(a) for a in re.findall(r'(?<![\d/.])(\d{1,2})(?:st|nd|rd|th)?(?![\d/.])',t)]+[AGEW[w] for w in re.findall('[a-z]+',t.lower()) if w in AGEW]
                    if (r[0].month,r[0].day)!=(d.month,d.day) or not 1<=y<=18 or y not in ages: F('birthday sum')
                m=re.search(r'\b(mon|tues?|wed|thurs?|fri|sat|sun)\w*\s+'+re.escape(s),t,re.I)
                if m and r and not WD[r[0].weekday()].startswith(m[1].lower()[:3]): F('weekday')
        if k=='ni-number':
            hits=[CLEAN(m) for m in LOOSE.findall(t)]
            if not pos and (o['passes_check'] is not None)!=bool(hits): F('null or not %s'%hits)
            if not pos and any(ni(h) for h in hits)!=bool(o['passes_check']): F('by chance %s'%hits)
            for h in hits:
                if ni(h) and not NIOK(h[:2]): F('range by chance')
                if pos and h not in vals: F('unmarked number '+h)
        elif o['passes_check'] is not None: F('passes_check')
        elif LOOSE.search(t): F('stray NI form')
        for m in re.findall(r'(?<![\dA-Z-])0(?:[ ()-]{0,2}\d){10}(?!\d)',t):
            if not PHONE.match(re.sub(r'\D','',m)): F('stray phone '+m)
        for m in re.findall(r"[A-Za-z0-9.+_'-]+(?:@|%40|&#64;)[\w-]+(?:\.[A-Za-z0-9-]+)+",t):
            if not re.search(r'\.example$|(@|%40|&#64;)example\.(com|org|net)$',m.rstrip('.').lower()): F('stray e-mail '+m)
            if k!='e-mail': F('e-mail in another kind '+m)
            if pos and not any(m.strip("._'-") in s or s in m for s in o['spans']): F('unmarked e-mail '+m)
for k in PRE:
    if cnt.get(k)!=[80,80]: bad.append((k,'count %s'%cnt.get(k)))
for b in bad: print(*b)
print(cnt,secs,'faults:',len(bad)); sys.exit(bool(bad))
