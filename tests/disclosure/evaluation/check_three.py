#!/usr/bin/env python3
"""Independent check of the set: python3 check.py (in this folder). Exits 1 on a fault."""
import json,re,sys,os,datetime,html,urllib.parse
os.chdir(os.path.dirname(os.path.abspath(__file__)))
PRE={'ni-number':'ni','date-of-birth':'dob','e-mail':'mail'}
KINDS=set('date-of-birth e-mail initials name nhs-number ni-number postcode recoverable-total small-count telephone uln upn-temporary upn'.split())
KEYS=['id','kind','text','section','positive','spans','value','passes_check','why']
bad=[]; ids={}; texts={}; cnt={}; sec={}
def prefix(v): p=v[:2]; return p[0] not in 'DFIQUV' and p[1] not in 'DFIQUVO' and p not in('BG','GB','KN','NK','NT','TN','ZZ')
NIOK=lambda p:p[0]=='X' or p in('GA','GE','MK')
NIBAD=lambda p:p in('QQ','BG','GB','NT','TN','ZZ') or p[0] in 'DU'
CLEAN=lambda s:re.sub('[^A-Z0-9]','',re.sub('<br>','',s).upper())
LOOSE=r'(?<![A-Za-z0-9])[A-Za-z]{2}[ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[A-D](?![A-Za-z0-9])'
MON={m:i+1 for i,m in enumerate('jan feb mar apr may jun jul aug sep oct nov dec'.split())}
BIRTHDAY=re.compile(r'turned|became 18|birthday is|18th birthday',re.I)
def parts(s,birthday):
    """day, month, year as numbers read from the span, in any order -> set of ISO dates possible"""
    u=re.sub(r'[\u200b\u2060\u00ad]','',re.sub('<br>',' ',s)); u=re.sub(r'(?<=\d)O|O(?=\d)','0',u)
    if re.search('two thousand',u): return None
    if re.fullmatch(r'\d{6}|\d{8}',u): n=[u[:2],u[2:4],u[4:]]; m=None
    else:
        m=re.search(r'([A-Za-z]{3})[a-z]*',re.sub(r'(\d)(st|nd|rd|th)\b',r'\1',u).replace(' of ',' ')); n=re.findall(r'\d+',u)
        m=MON.get(m.group(1).lower()) if m else None
        if re.search(r'\.XI\.',u): m=11
    y=lambda t:int(t) if len(t)==4 else 2000+int(t)
    c=[]
    if m: c=[(y(n[1]),m,int(n[0]))] 
    elif len(n[0])==4: c=[(int(n[0]),int(n[1]),int(n[2]))]
    else: c=[(y(n[2]),int(n[1]),int(n[0]))] if int(n[1])<13 else [(y(n[2]),int(n[0]),int(n[1]))]
    return c
for k,p in PRE.items():
    for line in open(k+'.jsonl',encoding='utf8'):
        o=json.loads(line); i=o['id']; t=o['text']; F=lambda m:bad.append((i,m)); pos=o['positive']
        if list(o) not in (KEYS,KEYS+['also']): F('keys')
        if 'also' in o and (not isinstance(o['also'],list) or not set(o['also'])<=KINDS-{k}): F('also')
        if i in ids: F('id twice')
        ids[i]=1
        n=re.sub(r'\W+',' ',t).lower().strip()
        if n in texts: F('text as '+texts[n])
        texts[n]=i
        cnt.setdefault(k,[0,0])[0 if pos else 1]+=1
        sec.setdefault((k,pos),{}).setdefault(o['section'],0); sec[k,pos][o['section']]+=1
        if not re.fullmatch(p+('-y' if pos else '-z')+r'\d\d',i) or o['kind']!=k: F('id form')
        if o['section'] not in('Activity','Impact','Planned'): F('section')
        if pos!=bool(o['spans']) or '«' in t or '»' in t or '[[' in t or ']]' in t or '{' in t: F('marks')
        if not o['why'] or not t or t!=t.strip(): F('empty or edge space')
        tl=t.split('\n')
        if tl[0].startswith('|') and (len(tl)<3 or not re.fullmatch(r'\|(---\|)+',tl[1]) or any(r.count('|')!=tl[0].count('|') for r in tl)): F('table form')
        for s in o['spans']:
            if s not in t or s!=s.strip(): F('span not in text')
            if not re.search(r'(?<![A-Za-z0-9])'+re.escape(s)+r'(?![A-Za-z0-9])',t) and not re.search('(NINO|NI|DOB)'+re.escape(s),t): F('span is no token of its own')
        if len(set(o['spans']))!=len(o['spans']): F('span twice')
        vals=o['value'] if isinstance(o['value'],list) else [o['value']]*len(o['spans'])
        if len(vals)!=len(o['spans']) or (isinstance(o['value'],list) and len(set(vals))<2): F('values')
        if not pos and (o['value'] is not None or o['spans']): F('value on negative')
        if k!='ni-number' and o['passes_check'] is not None: F('passes_check')
        for s,v in zip(o['spans'],vals):
            if k=='ni-number':
                if not re.fullmatch(r'[A-Z]{2}\d{6}[A-D]?',v): F('NI form')
                c=CLEAN(s)
                if c[:2]+c[2:].replace('O','0')!=v: F('value is not span')
                if prefix(v)!=o['passes_check']: F('prefix rule')
                if not (NIOK if prefix(v) else NIBAD)(v[:2]): F('range')
            if k=='e-mail':
                if not re.fullmatch(r'[a-z0-9._+\-]+@(([a-z\-]+\.)+example|example\.(com|org|net))',v): F('range '+v)
                u=urllib.parse.unquote(html.unescape(re.sub('<br>','',s))) if '%40' in s or '&#' in s or '<br>' in s else s
                u=re.sub(r'\s*[\[(]at[\])]\s*| at ','@',u,flags=re.I); u=re.sub(r'\s*\[dot\]\s*| dot ','.',u,flags=re.I).replace(' underscore ','_')
                u=re.sub(r'[\s\u200b]','',u).replace('\uff20','@').replace('\u2011','-').lower()
                if u!=v: F('value '+u)
            if k=='date-of-birth':
                d=datetime.date.fromisoformat(v)
                if not datetime.date(1940,1,1)<d<datetime.date(2026,1,1): F('age')
                c=parts(s,0)
                if c is not None:
                    c=datetime.date(*c[0])
                    if c!=d and not (BIRTHDAY.search(t) and (c.day,c.month)==(d.day,d.month) and c.year-d.year in(5,16,18)): F('value %s'%c)
                if c is None and v!='2010-06-04': F('value in words')
        hits=[CLEAN(m) for m in re.findall(LOOSE,t)]
        if k=='ni-number' and not pos:
            if (any(prefix(h) for h in hits) if hits else None)!=o['passes_check']: F('by chance %s'%hits)
        for h in hits:
            if not (NIOK if prefix(h) else lambda p:True)(h[:2]): F('NI range '+h)
        if k!='ni-number' and hits: F('stray NI')
        for m in re.findall(r'(?<![\dA-Z-])0(?:[ ()-]{0,2}\d){10}(?!\d)',t): F('stray phone '+m)
        if re.search(r'\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b',t): F('stray postcode')
        if re.search(r'(?<!\d)\d{10}(?!\d)|\b[A-Z]\d{12}\b',t): F('stray long number')
        for m in re.findall(r'[A-Za-z0-9._+-]+@[\w-]+(?:\.[A-Za-z0-9-]+)+',t):
            if not re.search(r'\.example$|@example\.(com|org|net)$',m.rstrip('.').lower()) and not m.endswith('.png'): F('stray e-mail '+m)
        if k!='e-mail' and '@' in t: F('stray @')
        for w,dd,mm,yy in re.findall(r'(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (\d+) ([A-Z][a-z]{2})[a-z]* (\d{4})',t):
            if not datetime.date(int(yy),MON[mm.lower()],int(dd)).strftime('%A').startswith(w): F('weekday')
        for yy in re.findall(r'(?<![\d/])(?:20)\d\d(?!\d)',t):
            if int(yy)>2029 and yy!='2099' and not re.search(r'[A-Z]{2} ?'+yy,t) and k=='date-of-birth': F('year '+yy)
for (k,s),c in sec.items():
    if sum(c.values())!=80 or c.get('Activity')!=60: bad.append((k,s,c))
for b in bad: print(*b)
print(cnt,sec,'faults:',len(bad)); sys.exit(bool(bad))
