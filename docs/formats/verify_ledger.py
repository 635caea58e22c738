#!/usr/bin/env python3
"""A second verifier of ledgers and receipts: docs/formats/ledger.md in Python 3, with nothing installed.

    verify_ledger.py ledger|receipt FILE [CHECKPOINT]

Prints `sound`, `unknown` or `unsound: <file>, line <n>: <why>`; exit 0, 2 or 1. Given `batch`, reads JSON lines
{"kind", "text", "checkpoint", "vkey"}, the middle two in base64 or null, and prints a line for each.
"""
import base64, binascii, functools, hashlib, json, re, sys
from decimal import Decimal

H = lambda *parts: hashlib.sha256(b"".join(parts)).digest()

class Wrong(Exception):
    """The file, the line and what is wrong with it."""

def b64(text, size=None):
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return data if base64.b64encode(data).decode() == text and size in (None, len(data)) else None

# Ed25519 (RFC 8032, section 5.1.7 and appendix A): slow, and enough for checkpoints.
P, D = 2**255 - 19, -121665 * pow(121666, -1, 2**255 - 19) % (2**255 - 19)
L = 2**252 + 27742317777372353535851937790883648493

def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P

def times(n, p):
    q = (0, 1, 1, 0)
    while n:
        q, p, n = (add(q, p) if n & 1 else q), add(p, p), n >> 1
    return q

def point(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    x = x if (x * x - square) % P == 0 else x * pow(2, (P - 1) // 4, P) % P
    if y >= P or (x * x - square) % P or (x == 0 and sign):
        return None
    x = P - x if (x & 1) != sign else x
    return x, y, 1, x * y % P

BASE = point((4 * pow(5, -1, P) % P).to_bytes(32, "little"))

@functools.lru_cache(maxsize=1024)
def signed(key, message, signature):
    a, r, s = point(key), point(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    p, q = times(s, BASE), add(r, times(k, a))
    return (p[0] * q[2] - q[0] * p[2]) % P == 0 and (p[1] * q[2] - q[1] * p[2]) % P == 0

NAME = re.compile(r"[^\s+\x00-\x1f\x7f-\x9f\u1680\u2000-\u200a\ufeff]+")

def key_of(vkey):
    """(origin, id, public key) or None."""
    origin, _, rest = vkey.partition("+")
    ident, _, key = rest.partition("+")
    data = b64(key, 33)
    if not NAME.fullmatch(origin) or data is None or data[0] != 1:
        return None
    own = H(origin.encode() + b"\n", data)[:4]
    return (origin, own, data[1:]) if own.hex() == ident else None

LEAF = re.compile(
    r'(\{"digest":"([A-Za-z0-9+/]{43}=)","time":"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3])'
    r':[0-5]\d:[0-5]\dZ","type":"[a-z][a-z0-9.-]{0,63}"\}) ([A-Za-z0-9+/]{43}=)', re.ASCII)

def lines_of(data, file, start=1):
    """Text of each line; the first that is no line raises."""
    parts = data.split(b"\n")
    for number, part in enumerate(parts, start):
        if number == start + len(parts) - 1:
            if part:
                raise Wrong(file, number, "cut short")
            return
        try:
            yield number, part.decode("utf-8")
        except UnicodeDecodeError:
            raise Wrong(file, number, "not UTF-8")

def grow(peaks, leaf):
    peaks = peaks + [(1, H(b"\0", leaf))]
    while len(peaks) > 1 and peaks[-1][0] == peaks[-2][0]:
        (n, right), (_, left) = peaks.pop(), peaks.pop()
        peaks.append((2 * n, H(b"\1", left, right)))
    return peaks

def root_of(peaks):
    if not peaks:
        return H()
    root = peaks[-1][1]
    for _, left in reversed(peaks[:-1]):
        root = H(b"\1", left, root)
    return root

def read_checkpoint(data, key, file, start=1):
    """(size, root) of a checkpoint that the key signed."""
    lines, seen = [], 0
    for number, text in lines_of(data, file, start):
        at = number - start
        if at == 0 and text != key[0] or at == 3 and text:
            raise Wrong(file, number, "not the line of a checkpoint")
        if at == 1 and not (re.fullmatch(r"0|[1-9][0-9]{0,15}", text) and int(text) < 2**53):
            raise Wrong(file, number, "not a size")
        if at == 2 and b64(text, 32) is None:
            raise Wrong(file, number, "not a root")
        if at >= 4:
            match = re.fullmatch(r"— ([^ ]+) ([^ ]+)", text)
            value = b64(match[2]) if match else None
            if not value or len(value) < 5 or not NAME.fullmatch(match[1]) or text in lines or at >= 68:
                raise Wrong(file, number, "not a signature")
            if match[1] == key[0] and len(value) != 68:
                raise Wrong(file, number, "not a signature of the log")
            if match[1] == key[0] and value[:4] == key[1]:
                seen += 1
                if not signed(key[2], "".join(line + "\n" for line in lines[:3]).encode(), value[4:]):
                    raise Wrong(file, number, "the signature does not hold")
        lines.append(text)
    if not seen:
        raise Wrong(file, start + len(lines), "no signature of the log")
    return int(lines[1]), b64(lines[2])

def verify_ledger(data, checkpoint=None, vkey=None):
    cut = data.find(b"\n\n")
    record, inside = (data, None) if cut < 0 else (data[: cut + 1], data[cut + 2 :])
    peaks, roots, number, key = [], [H()], 0, None
    for number, text in lines_of(record, "ledger"):
        if number == 1:
            words = text.split(" ")
            key = key_of(words[2]) if len(words) == 3 and words[0] == "parley-ledger/1" else None
            if key is None or key[0] != words[1] or vkey not in (None, words[2]):
                raise Wrong("ledger", 1, "not a header, or another key")
            continue
        match = LEAF.fullmatch(text)
        if not match or b64(match[2], 32) is None:
            raise Wrong("ledger", number, "not an entry")
        peaks = grow(peaks, match[1].encode())
        roots.append(root_of(peaks))
        if b64(match[3]) != roots[-1]:
            raise Wrong("ledger", number, "does not follow")
    if key is None:
        raise Wrong("ledger", 1, "empty")
    entries, counted = len(roots) - 1, -1
    for part, file, start in ((inside, "ledger", number + 2), (checkpoint, "checkpoint", 1)):
        if part is None:
            continue
        size, root = read_checkpoint(part, key, file, start)
        if size > entries:
            raise Wrong("ledger", number + 1, f"the record ends at entry {entries}, the signed checkpoint says {size}")
        if roots[size] != root or (part is inside and size < entries):
            raise Wrong(file, start + 2, "the checkpoint is of other entries")
        counted = max(counted, size)
    return "sound" if counted == entries else "unknown"

def number(value):
    """ECMAScript's spelling of a number, which JCS asks for."""
    sign, digits, exponent = Decimal(repr(float(value))).normalize().as_tuple()
    digits, sign = "".join(map(str, digits)), "-" if sign and value else ""
    e = len(digits) + exponent - 1
    if 0 <= e < 21:
        return sign + digits[: e + 1].ljust(e + 1, "0") + ("." + digits[e + 1 :] if len(digits) > e + 1 else "")
    if -7 < e < 0:
        return f"{sign}0.{'0' * (-e - 1)}{digits}"
    return f"{sign}{digits[0]}{'.' + digits[1:] if len(digits) > 1 else ''}e{e:+d}"

def jcs(value):
    if isinstance(value, dict):
        keys = sorted(value, key=lambda text: text.encode("utf-16-be"))
        return "{" + ",".join(f"{jcs(k)}:{jcs(value[k])}" for k in keys) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(jcs, value)) + "]"
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return number(value)
    return json.dumps(value, ensure_ascii=False)

def verify_receipt(text, vkey=None):
    wrong = lambda why: Wrong("receipt", 1, why)
    receipt = json.loads(text)
    entry, recorded, key = receipt["entry"], receipt["recorded"], key_of(receipt["vkey"])
    if receipt["schema"] != "parley-receipt/1" or key is None or vkey not in (None, receipt["vkey"]):
        raise wrong("not a receipt, or another key")
    leaf = jcs({name: entry[name] for name in ("digest", "time", "type")})
    if not LEAF.fullmatch(f"{leaf} {'A' * 43}="):
        raise wrong("not an entry")
    size, root = read_checkpoint(receipt["checkpoint"].encode(), key, "receipt")
    if recorded["kind"] == "content":
        if H(b64(recorded["salt"], 32), jcs(recorded["content"]).encode()) != b64(entry["digest"], 32):
            raise wrong("other content")
    at, last, node = receipt["index"], size - 1, H(b"\0", leaf.encode())
    if not 0 <= at <= last:
        raise wrong("no such entry")
    for step in receipt["proof"]:
        step = b64(step, 32)
        if last == 0 or step is None:
            raise wrong("the proof is too long")
        if at % 2 or at == last:
            node = H(b"\1", step, node)
            while at % 2 == 0 and at:
                at, last = at >> 1, last >> 1
        else:
            node = H(b"\1", node, step)
        at, last = at >> 1, last >> 1
    if last or node != root:
        raise wrong("the proof leads elsewhere")
    return "sound"

def judge(kind, data, checkpoint=None, vkey=None):
    try:
        if kind == "ledger":
            return verify_ledger(data, checkpoint, vkey)
        return verify_receipt(data.decode("utf-8"), vkey)
    except Wrong as wrong:
        return "unsound: {}, line {}: {}".format(*wrong.args)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        return f"unsound: {kind}, line 1: {type(error).__name__}"

if __name__ == "__main__":
    if sys.argv[1] == "batch":
        for case in map(json.loads, sys.stdin):
            beside = case["checkpoint"] and base64.b64decode(case["checkpoint"])
            print(judge(case["kind"], base64.b64decode(case["text"]), beside, case["vkey"]), flush=True)
    else:
        verdict = judge(sys.argv[1], *(open(path, "rb").read() for path in sys.argv[2:]))
        sys.exit(print(verdict) or {"sound": 0, "unknown": 2}.get(verdict, 1))
