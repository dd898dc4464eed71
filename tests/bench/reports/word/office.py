"""Opens Word files in LibreOffice and says what it found in them, one JSON line for each command on stdin.

Commands: {"file": path, "decide": "accept" | "reject" | null, "saveAs": path of a .docx or .fodt, or null}
Answers: {"text", "comments": [{author, text, date, words, resolved}], "changes": [{type, author}]}
"""
import json, sys, time, os, subprocess, tempfile
import uno
from com.sun.star.beans import PropertyValue

filters = {'.docx': 'MS Word 2007 XML', '.fodt': 'OpenDocument Text Flat XML'}

def prop(name, value):
    p = PropertyValue(); p.Name = name; p.Value = value; return p

def start():
    profile = tempfile.mkdtemp()
    pipe = 'stet%d' % os.getpid()
    process = subprocess.Popen(['soffice', '--headless', '--norestore', '--nologo', '--nodefault',
        '-env:UserInstallation=file://' + profile, '--accept=pipe,name=%s;urp;' % pipe], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext('com.sun.star.bridge.UnoUrlResolver', local)
    for _ in range(240):
        try:
            return process, resolver.resolve('uno:pipe,name=%s;urp;StarOffice.ComponentContext' % pipe)
        except Exception:
            time.sleep(0.25)
    raise SystemExit('LibreOffice did not start')

def text_of(text):
    out = []
    e = text.createEnumeration()
    while e.hasMoreElements():
        p = e.nextElement()
        if p.supportsService('com.sun.star.text.TextTable'):
            for name in p.CellNames:
                out.append(p.getCellByName(name).String)
        elif hasattr(p, 'String'):
            out.append(p.String)
    return '\n'.join(out)

def comments(doc):
    found = []
    e = doc.TextFields.createEnumeration()
    while e.hasMoreElements():
        f = e.nextElement()
        if not f.supportsService('com.sun.star.text.textfield.Annotation'): continue
        d = f.DateTimeValue
        found.append({'author': f.Author, 'text': f.Content, 'words': f.Anchor.String, 'resolved': f.Resolved,
            'date': '%04d-%02d-%02dT%02d:%02d:%02d' % (d.Year, d.Month, d.Day, d.Hours, d.Minutes, d.Seconds), 'parent': getattr(f, 'ParentName', '')})
    return found

def changes(doc):
    return [{'type': r.RedlineType, 'author': r.RedlineAuthor} for r in list(doc.Redlines)]

process, ctx = start()
manager = ctx.ServiceManager
desktop = manager.createInstanceWithContext('com.sun.star.frame.Desktop', ctx)
dispatcher = manager.createInstanceWithContext('com.sun.star.frame.DispatchHelper', ctx)
try:
    for line in sys.stdin:
        c = json.loads(line)
        try:
            doc = desktop.loadComponentFromURL(uno.systemPathToFileUrl(c['file']), '_blank', 0, (prop('Hidden', True),))
            if doc is None: raise Exception('not opened')
            answer = {'comments': comments(doc), 'changes': changes(doc)}
            if c.get('decide'):
                frame = doc.CurrentController.Frame
                name = '.uno:AcceptAllTrackedChanges' if c['decide'] == 'accept' else '.uno:RejectAllTrackedChanges'
                dispatcher.executeDispatch(frame, name, '', 0, ())
                answer['left'] = len(changes(doc))
            answer['text'] = text_of(doc.Text)
            answer['notes'] = [doc.Footnotes.getByIndex(i).String for i in range(doc.Footnotes.Count)]
            if c.get('saveAs'):
                doc.storeToURL(uno.systemPathToFileUrl(c['saveAs']), (prop('FilterName', filters[os.path.splitext(c['saveAs'])[1]]),))
            doc.close(False)
        except Exception as error:
            answer = {'error': str(error)[:500]}
        print(json.dumps(answer), flush=True)
finally:
    try: desktop.terminate()
    except Exception: pass
    process.wait(20)
