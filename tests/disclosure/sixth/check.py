#!/usr/bin/env python3
"""Independent check of the set: python3 check.py (in this folder). Exits 1 on a fault."""
import json,re,sys,os,datetime
os.chdir(os.path.dirname(os.path.abspath(__file__)))
PRE={'ni-number':'ni','date-of-birth':'dob','e-mail':'mail'}
bad=[]; seen=set(); texts={}; cnt={}
def ni(v,blank=False):
    p=v[:2]
    return bool(re.fullmatch('[A-Z]{2}[0-9]{6}[A-D]'+('?' if blank else ''),v)) and p[0] not in 'DFIQUV' and p[1] not in 'DFIQUVO' and p not in('BG','GB','KN','NK','NT','TN','ZZ')
NIOK=lambda p:p[0]=='X' or p in('GA','GE','MK')
NIBAD=lambda p:p in('QQ','BG','GB','NT','TN','ZZ') or p[0] in 'DU'
CLEAN=lambda s:re.sub('[^A-Z0-9]','',s.upper())
NILOOSE=r'\b[A-Z]{2} ?-?\d{2} ?-?\d{2} ?-?\d{2} ?-?[A-D]\b'
MAIL=r'[a-z0-9._+\-]+@(([a-z\-]+\.)*[a-z\-]+\.example|(mail\.)?example\.(com|org|net))'
MONTHS=['january','february','march','april','may','june','july','august','september','october','november','december']
WORDNUM={'first':1,'fourteenth':14}
AGEWORD={'five':5,'tenth':10}
def month(w):
    w=w.lower()
    if len(w)<3: return None
    for k,m in enumerate(MONTHS):
        if m.startswith(w) or (w=='sept' and k==8): return k+1
def readings(s):
    """all (year, month, day) readings of a printed date; a two-digit year stands for 19xx or 20xx"""
    toks=re.findall(r'\d+|[A-Za-z]+',s); words=[t for t in toks if t.isalpha()]
    nums=[int(t) for t in toks if t.isdigit()]+[]
    mo=[month(w) for w in words if month(w)]
    nums=[WORDNUM[w.lower()] for w in words if w.lower() in WORDNUM]+nums
    out=set()
    def add(y,m,d):
        for yy in ([y] if y>99 else [1900+y,2000+y]):
            try: out.add(datetime.date(yy,m,d))
            except ValueError: pass
    if mo and len(mo)==1 and len(nums)==2: add(nums[1],mo[0],nums[0])
    elif not mo and len(nums)==3:
        a,b,c=nums
        if a>999: add(a,b,c)
        else:
            add(c,b,a)
            if b>12: add(c,a,b)
    elif not mo and len(nums)==1:
        t=[t for t in toks if t.isdigit()][0]
        if len(t) in(6,8): add(int(t[4:]),int(t[2:4]),int(t[:2]))
    return out
for k,p in PRE.items():
    for line in open(k+'.jsonl',encoding='utf8'):
        o=json.loads(line); i=o['id']; t=o['text']; F=lambda m:bad.append((i,m))
        keys=list(o)
        if keys[:9]!=['id','kind','text','section','positive','spans','value','passes_check','why'] or keys[9:] not in([],['also']): F('keys')
        if o.get('also','name') not in('name','initials'): F('also')
        if i in seen: F('id twice')
        seen.add(i)
        n=re.sub(r'\W+','',t).lower()
        if n in texts: F('text as '+texts[n])
        texts[n]=i
        c=cnt.setdefault(k,[0,0]); c[0 if o['positive'] else 1]+=1
        if not re.fullmatch(p+('-u' if o['positive'] else '-v')+r'\d\d',i) or o['kind']!=k: F('id form')
        if o['section'] not in('Activity','Impact','Planned'): F('section')
        if o['positive']!=bool(o['spans']) or re.search('[⟦⟧]|=>',t): F('marks')
        if '\\' in t: F('backslash')
        for s in o['spans']:
            if s not in t or s!=s.strip(): F('span not in text')
            if t.count(s)!=o['spans'].count(s): F('span occurs %d times'%t.count(s))
            if not re.search(r'(?<![A-Za-z0-9])'+re.escape(s)+r'(?![A-Za-z0-9])',t) and not re.search('(NI|NI number|DOB)'+re.escape(s),t): F('span is no token of its own')
        vals=o['value'] if isinstance(o['value'],list) else [o['value']]*len(o['spans'])
        if len(vals)!=len(o['spans']): F('values')
        if not o['positive'] and o['value'] is not None: F('value on negative')
        if k!='ni-number' and o['passes_check'] is not None: F('passes_check')
        for s,v in zip(o['spans'],vals):
            if k=='ni-number':
                cs=CLEAN(s); cs=cs[:2]+cs[2:].replace('O','0')
                if cs!=v or not re.fullmatch('[A-Z]{2}[0-9]{6}[A-D]?',v): F('value is not span')
                if ni(v,True)!=o['passes_check']: F('prefix rule')
                if not (NIOK(v[:2]) if o['passes_check'] else NIBAD(v[:2])): F('range')
            if k=='e-mail':
                if not re.fullmatch(MAIL,v): F('range '+v)
                u=re.sub('[\u200b]','',s).lower().replace('\u2011','-').replace('&#64;','@').replace('%40','@').replace('[at]','@').replace('(at)','@').replace(',','.')
                u=re.sub(r' at ','@',u); u=re.sub(r' dot ','.',u); u=re.sub(r'\s','',u)
                if u!=v: F('value '+v)
            if k=='date-of-birth':
                d=datetime.date.fromisoformat(v); r=readings(s)
                if not datetime.date(1940,1,1)<d<datetime.date(2026,1,1): F('age')
                if d<datetime.date(2003,1,1) and not re.search('carer|dad|warden',t): F('old for a child')
                if d in r: pass
                else:   # birthday: printed date = birth date + an age that stands in the text
                    ages=[x.year-d.year for x in r if (x.month,x.day)==(d.month,d.day)]
                    ages=[a for a in ages if 0<a<30 and (re.search(r'\b%d(th|st|nd|rd)?\b'%a,t.replace(s,'')) or any(AGEWORD[w]==a and w in t for w in AGEWORD))]
                    if not ages: F('date %s %s'%(s,v))
        if not o['positive'] and k=='ni-number':
            hits=[CLEAN(m) for m in re.findall(NILOOSE,t)]
            if o['passes_check']!=(any(map(ni,hits)) if hits else None): F('by chance %s'%hits)
            for h in hits:
                if not (NIOK(h[:2]) if ni(h) else True): F('range by chance '+h)
        if k!='ni-number' and any(ni(CLEAN(m)) for m in re.findall(NILOOSE,t)): F('stray NI number')
        rest=t
        for s in o['spans']: rest=rest.replace(s,'')
        if re.search(r'(?<![\dA-Z-])0(?:[ ()-]{0,2}\d){9,10}(?!\d)',rest) and k!='date-of-birth': F('stray phone')
        for m in re.findall(r'[A-Za-z0-9._+-]+@[\w-]+(?:\.[A-Za-z][A-Za-z0-9-]+)+',t):
            if not re.search(r'\.example$|@(mail\.)?example\.(com|org|net)$',m.lower()): F('stray e-mail '+m)
        if re.search(r'\b[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}\b',rest): F('stray postcode')
for b in bad: print(*b)
for k,(a,b) in cnt.items():
    if (a,b)!=(80,80): bad.append((k,'count')); print(k,'count',a,b)
print(cnt,'faults:',len(bad)); sys.exit(bool(bad))
