#!/usr/bin/env python3
"""Independent check of the set: python3 check.py (in this folder). Exits 1 on a fault."""
import json,re,sys,glob,os,datetime
os.chdir(os.path.dirname(os.path.abspath(__file__)))
PRE={'initials':'init','name':'name','nhs-number':'nhs','postcode':'pc','recoverable-total':'recov','small-count':'count','telephone':'tel','uln':'uln','upn-temporary':'upnt','upn':'upn'}
A='ABCDEFGHJKLMNPQRTUVWXYZ'; bad=[]; seen=set(); texts={}
LAS=set("380 381 382 383 830 831 845 846 855 856 857 865 866 873 874 878 881 884 885 886 888 889 890 891 892 893 894 895 896 908 909 916 919 921 925 926 928 929 931 933 935 936 937 938".split())
def upn(v): # published rule, permanent or temporary
    if not re.fullmatch('[%s][0-9]{11}[0-9%s]'%(A,A),v): return None
    tot=0
    for i,c in enumerate(v[1:]): tot+=(i+2)*(int(c) if c.isdigit() else A.index(c))
    return A[tot%23]==v[0]
def nhs(v): r=11-sum(int(v[i])*(10-i) for i in range(9))%11; r=0 if r==11 else r; return r==int(v[9]) 
def uln(v): r=sum(int(v[i])*(10-i) for i in range(9))%11; return r!=0 and 10-r==int(v[9]) and v[0]!='0'
def ni(v): p=v[:2]; return bool(re.fullmatch('[A-Z]{2}[0-9]{6}[A-D]',v)) and p[0] not in 'DFIQUV' and p[1] not in 'DFIQUVO' and p not in('BG','GB','KN','NK','NT','TN','ZZ')
NIOK=lambda p:p[0]=='X' or p in('GA','GE','MK')
NIBAD=lambda p:p in('QQ','BG','GB','NT','TN','ZZ') or p[0] in 'DU'
CLEAN=lambda s:re.sub('[^A-Z0-9]','',s.upper())
def phone_ok(n): return bool(re.match(r'07700900\d{3}$|01632960\d{3}$|02079460\d{3}$|(0113|0114|0115|0116|0117|0118|0121|0131|0141|0151|0161)4960\d{3}$|01914980\d{3}$|02920180\d{3}$|02896496\d{3}$|08081570\d{3}$|03069990\d{3}$',n)) or n in('08001111','116123','111','101','999','85258')
LOOSE={'upn':r'\b[A-HJ-NP-RT-Z]\d{12}\b','upn-temporary':r'\b[A-HJ-NP-RT-Z]\d{11}[A-HJ-NP-RT-Z]\b','ni-number':r'\b[A-Z]{2} ?-?\d{2} ?-?\d{2} ?-?\d{2} ?-?[A-D]\b'}
cnt={}
for k,p in PRE.items():
    for line in open(k+'.jsonl',encoding='utf8'):
        o=json.loads(line); i=o['id']; t=o['text']; F=lambda m:bad.append((i,m))
        if list(o)!=['id','kind','text','section','positive','spans','value','passes_check','why']: F('keys')
        if i in seen: F('id twice')
        seen.add(i)
        if t in texts: F('text as '+texts[t])
        texts[t]=i
        c=cnt.setdefault(k,[0,0]); c[0 if o['positive'] else 1]+=1
        if not re.fullmatch(p+('-s' if o['positive'] else '-t')+r'\d\d',i) or o['kind']!=k: F('id form')
        if o['section'] not in('Activity','Impact','Planned','Exit strategy'): F('section')
        if o['positive']!=bool(o['spans']) or ('[[' in t) or (']]' in t) or '{' in t or '@=' in t or '::' in t: F('marks')
        for s in o['spans']:
            if s not in t or s!=s.strip(): F('span not in text')
        vals=o['value'] if isinstance(o['value'],list) else [o['value']]*len(o['spans'])
        if len(vals)!=len(o['spans']): F('values')
        if not o['positive'] and o['value'] is not None: F('value on negative')
        for s,v in zip(o['spans'],vals):
            f={'upn':upn,'upn-temporary':upn,'nhs-number':nhs,'uln':uln,'ni-number':ni}.get(k)
            if f:
                if CLEAN(s).replace('O','0')!=v.replace('O','0'): F('value is not span')
                if f(v)!=o['passes_check']: F('check digit')
            if k in('upn','upn-temporary') and (v[1:4] not in LAS or v[4:8] not in('0000','9999') or v[-1].isalpha()!=(k!='upn')): F('range')
            if k=='nhs-number' and v[:3]!='999' or k=='uln' and v[:4]!='9999': F('range')
            if k=='ni-number' and not (NIOK(v[:2]) if o['passes_check'] else NIBAD(v[:2])): F('range')
            if k=='telephone' and not phone_ok(v): F('range')
            if k=='e-mail' and not re.fullmatch(r'[a-z0-9._+\-]+@(([a-z\-]+\.)*[a-z\-]+\.example|(mail\.)?example\.(com|org|net))',v): F('range '+v)
            if k=='postcode' and not re.fullmatch(r'(LA47|LA58|PR77|BB77|FY47|CA83|OL57|WN47|HG47|DL77|HX66|CW57|BD53|ZE9) \d[ABD-HJLNP-UW-Z]{2}',v): F('range '+v)
            if k=='e-mail' and re.sub(r'\s','',s).lower().replace('\u2011','-')!=v and ' at ' not in s: F('value '+v)
            if not re.search(r'(?<![A-Za-z0-9])'+re.escape(s)+r'(?![A-Za-z0-9])',t) and not re.search('(UPN|NHS|NI|ULN)'+re.escape(s),t): F('span is no token of its own')
            if k=='recoverable-total' and v not in '12345': F('value out of 1-5')
            if k=='small-count' and v not in '12345': F('value out of 1-5')
            if k=='date-of-birth':
                d=datetime.date.fromisoformat(v)
                if not datetime.date(2001,1,1)<d<datetime.date(2026,1,1): F('age')
        if not o['positive'] and k in('nhs-number','uln'):
            nums=[re.sub(r'\D','',m) for m in re.findall(r'(?<![\d/-])\d(?:[ -]?\d){9}(?![\d/])',t)]
            good=any((nhs if k=='nhs-number' else uln)(n) for n in nums if len(set(n))>1)
            if good!=bool(o['passes_check']): F('by chance %s'%nums)
            for n in nums:
                if nhs(n) and n[:3]!='999' and len(set(n))>1 or uln(n) and n[:4]!='9999': F('range by chance '+n)
        if not o['positive'] and k in LOOSE:
            f=ni if k=='ni-number' else upn
            hits=[CLEAN(m) for m in re.findall(LOOSE[k],t)]
            if any(f(h) for h in hits)!=bool(o['passes_check']): F('by chance %s'%hits)
            for h in hits:
                if f(h) and not (NIOK(h[:2]) if k=='ni-number' else h[1:4] in LAS and h[4:8] in('0000','9999')): F('range by chance')
        if k not in('nhs-number','uln'):   # no stray telephone or e-mail outside the ranges, in any file
            for m in re.findall(r'(?<![\dA-Z-])0(?:[ ()-]{0,2}\d){10}(?!\d)',t):
                if not phone_ok(re.sub(r'\D','',m)): F('stray phone '+m)
        for m in re.findall(r'[A-Za-z0-9.+-]+@[\w-]+(?:\.[A-Za-z0-9-]+)+',t):
            if not re.search(r'\.example$|@(mail\.)?example\.(com|org|net)$',m.rstrip('.').lower()): F('stray e-mail '+m)
for b in bad: print(*b)
print(cnt, 'faults:',len(bad)); sys.exit(bool(bad))
