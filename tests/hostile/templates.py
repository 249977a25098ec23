"""The rows TPL: what a template may not do.

`case.titel`, `s` and `lst` stand for a text and a list of the document that is rendered.
"""

TPL = {
    "TPL-02": "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "TPL-03": "{{ cycler.__init__.__globals__ }}",
    "TPL-04": "{{ ''|attr('__class__') }}",
    "TPL-05": "{{ '{0.__class__}'.format(s) }}",
    "TPL-06": "{% set f='{0.__class__}'.format %}{{ f(s) }}",
    "TPL-09": "{{ lst.append(3) }}",
    "TPL-10": "{{ 'a'*1000000000 }}",
    "TPL-11": "{{ 9**9**9 }}",
    "TPL-13": "{{ 'a'|center(1000000000) }}",
    "TPL-16": "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
    "TPL-22": "{% extends 'x' %}{% extends 'y' %}",
    "TPL-23": "{{ saknas }}",
    "TPL-24": "{{ case.saknas }}",
    "TPL-25": "{% if %}",
    "TPL-28": "{% do x %}",
    "TPL-29": "{{ case.titel|safe }}",
    "TPL-30": "{% autoescape false %}{{ case.titel }}{% endautoescape %}",
}
