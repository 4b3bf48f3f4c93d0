# Checks the labels of this folder: spans, ids, check digits, ranges; lists what a person should look at again.
# "COUNT?", "phone in other kind", "mail domain?" and "postcode?" lines are hints for re-reading: all were read and kept (look-alikes).
import re,json,random,hashlib,os,sys,datetime
A='ABCDEFGHJKLMNPQRTUVWXYZ'
LAS="301 302 304 330 331 332 335 340 341 350 352 354 356 370 372 380 383 390 392 801 802 803 805 808 813 815 816 821 830 838 845 850 855 860 865 873 878 881 886 888 889 890 891 895 916 925 931 937".split()
def upn_letter(body): # 12 chars
    s=0
    for i,c in enumerate(body):
        v=int(c) if c.isdigit() else A.index(c)
        s+=(i+2)*v
    return A[s%23]
def upn_ok(u):
    return bool(re.fullmatch(r'[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]',u)) and upn_letter(u[1:])==u[0]
def uln_ok(d):
    return len(d)==10 and d[0]!='0' and sum(int(c)*(10-i) for i,c in enumerate(d))%11==10
def nhs_ok(d):
    return len(d)==10 and sum(int(c)*(10-i) for i,c in enumerate(d))%11==0
def ni_ok(n):
    return bool(re.fullmatch(r'[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]',n)) and n[:2] not in('BG','GB','KN','NK','NT','TN','ZZ')
GOOD=['GA','GE','GC','GH','GJ','GL','GM','GP','GR','GS','GT','GW','GX','MB','MC','ME','MG','MH','MJ','MK','ML','MP','MR','MS']+['X'+c for c in 'ABCEGHJKLMNPRSTWXYZ']
BAD=['QQ','BG','GB','NT','TN','ZZ','DA','DC','DL','UX','UB','UM']
def cands(kind,text):
    t=text.replace('\u200b','').replace('\u00a0',' ')
    r=[]
    if kind in('upn','upn-temporary'):
        for m in re.finditer(r'(?<![A-Za-z0-9])[A-Za-z](?:[\s\-]?\d){11}[\s\-]?[\dA-Za-z](?![A-Za-z0-9])',t):
            u=re.sub(r'[\s\-]','',m[0]).upper()
            if (u[-1].isdigit())==(kind=='upn'): r.append((u,upn_ok(u)))
    elif kind in('uln','nhs-number'):
        for m in re.finditer(r'(?<![\dA-Za-z])\d(?:[ \-\n/]?\d){9}(?!\d|[ \-]\d)',t):
            d=re.sub(r'\D','',m[0]); r.append((d,(uln_ok if kind=='uln' else nhs_ok)(d)))
    elif kind=='ni-number':
        for m in re.finditer(r'(?<![A-Za-z0-9])[A-Za-z]{2}(?:[ \-]?\d){6}[ \-]?[A-D](?![A-Za-z0-9])',t):
            n=re.sub(r'[\s\-]','',m[0]).upper(); r.append((n,ni_ok(n)))
    return r
import glob,collections,difflib
OK_OUT="LA47 PR77 BB66 FY44 WN66 OL55 BL77 SK55 YO77 HD33 DL66 CA66 ZE9 DE88 NN66 ST77 EX66 IP66 PL77 HR22 TR66 SA88 LN77 WR66 PE77 LA77 CO66 SY55 NR66 DH66 TD55 HX22 BD66 LD22 HU66 TS55 KW44 CW44 CA88 PR66 EC5A BB77 M66 W33 B88 PE44 PE55 HX9".split()
bad=0
def say(*a):
    global bad; bad+=1; print(*a)
ids=set();texts=collections.Counter()
DRAMA=re.compile(r'^(01632960\d{3}|01(13|14|15|16|17|18|21|31|41|51|61)4960\d{3}|01914980\d{3}|02079460\d{3}|02896496\d{3}|02920180\d{3}|07700900\d{3}|08081570\d{3}|03069990\d{3})$')
files=sorted(glob.glob(os.path.join(os.path.dirname(os.path.abspath(__file__)),'*.jsonl'))); assert len(files)==13
for f in files:
    kind=f.split('/')[-1][:-6]
    P=N=0
    for l in open(f):
        r=json.loads(l); t=r['text']
        assert r['kind']==kind
        if r['id'] in ids: say('dup id',r['id'])
        ids.add(r['id']); texts[t]+=1
        P+=r['positive']; N+=not r['positive']
        pos=0
        for s in r['spans']:
            k=t.find(s,pos)
            if k<0: say('span missing',r['id'],repr(s))
            pos=k+len(s)
            if s!=s.strip(): say('span edges',r['id'],repr(s))
            # does the span occur more than once in the text (ambiguous)?
            if kind not in('small-count',) and len(re.findall(r'(?<![A-Za-z0-9])'+re.escape(s)+r'(?![A-Za-z0-9])',t))>r['spans'].count(s): say('span repeated',kind,r['id'],repr(s),repr(t))
        tt=t.replace('\u200b','').replace('\u00a0',' ')
        # identifiers anywhere
        for kk in('upn','upn-temporary','uln','nhs-number','ni-number'):
            for v,ok in cands(kk,t):
                if kk==kind and r['positive'] and v not in (r['value'] if isinstance(r['value'],list) else [r['value']]): say('unlabelled',kk,r['id'],v)
                if ok:
                    if kk in('upn','upn-temporary') and v[4:8] not in('0000','9999'): say('UPN range',r['id'],v)
                    if kk=='uln' and not v.startswith('9999'): say('ULN range',r['id'],v,t)
                    if kk=='nhs-number' and not v.startswith('999'): say('NHS range',r['id'],v,t)
                    if kk=='ni-number' and v[:2] not in GOOD: say('NI range',r['id'],v)
                    if kk!=kind: say('other kind passes',kk,r['id'],v,t)
        # phones
        for m in re.finditer(r'(?<![\d])(?:\+|00)?\(?[0O\d][\d O().\-\u00a0\n]{8,}\d',tt):
            d=re.sub(r'\D','',m[0].replace('O','0'))
            if d.startswith('0044'): d='0'+d[4:]
            elif d.startswith('44') and m[0].lstrip().startswith('+'): d='0'+d[2:]
            if 10<=len(d)<=11 and d.startswith('0') and not DRAMA.match(d): say('phone range?',r['id'],m[0])
            if DRAMA.match(d) and kind!='telephone': say('phone in other kind',r['id'],m[0])
        # e-mail
        for m in re.finditer(r'[\w.+\\-]+@([\w.-]+)',tt):
            dom=m[1].rstrip('.').lower()
            if not re.search(r'(^|\.)example(\.(org|com|net))?$',dom): say('mail domain?',r['id'],m[0])
            elif kind!='e-mail': say('mail in other kind',r['id'],m[0])
        # postcodes
        for m in re.finditer(r'(?<![A-Za-z0-9])([A-Z]{1,2}\d{1,2}[A-Z]?|[A-Z]{2} \d{2})[ +\-\n]?(\d[A-Z]{2})(?![A-Za-z0-9])',tt.upper() if kind=='postcode' else tt):
            o=m[1].replace(' ','')
            if o not in OK_OUT: say('postcode?',r['id'],m[0])
            elif kind!='postcode': say('pc other',r['id'],m[0])
            if kind=='postcode' and r['positive']:
                if re.search('[CIKMOV]',m[2][1:]): say('inward letter',r['id'],m[0])
                if re.sub(r'[^A-Z0-9]','',m[0]) not in [re.sub(r'[^A-Z0-9]','',s.upper()) for s in r['spans']]: say('unlabelled pc',r['id'],m[0])
        # small counts in other kinds and in negatives
        if not (kind=='small-count' and r['positive']):
            for m in re.finditer(r'(?i)(?<![\d.,£/-])\b(one|two|three|four|five|single|pair|[1-5])\b(?![,.]\d)[\s\w-]{0,20}?\b(pupil|child|kid|learner|student|boy|girl|famil|case|referral|exclusion|suspension|sibling|brother|sister|twin|young|EHCP|appeal)',t):
                say('COUNT?',kind,r['id'],'P' if r['positive'] else 'N',repr(m[0]))
    print(kind,P,N)
    if P<45 or N<45: say('too few',kind)
for t,n in texts.items():
    if n>1: say('dup text',t)
# similarity inside a file: shapes with numbers and identifiers removed
import difflib
for f in files:
    L=[json.loads(l) for l in open(f)]
    sh=[(r['id'],re.sub(r'\W+',' ',re.sub(r'\S*\d\S*','#',r['text'])).lower().split()) for r in L]
    for i in range(len(sh)):
        for j in range(i):
            a,b=sh[i][1],sh[j][1]
            if len(a)>3 and len(b)>3 and difflib.SequenceMatcher(None,a,b).ratio()>.72: print('similar',sh[i][0],sh[j][0])
print('problems',bad)
