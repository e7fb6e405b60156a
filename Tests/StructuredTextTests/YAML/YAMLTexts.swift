/// Documents to start mutations from: what kubectl prints, and what people write.
enum YAMLTexts {
    static let all = [secret, deployment, list, values, everything, items]

    static let secret = """
        apiVersion: v1
        data:
          password: cGFzc3dvcmQ=
          empty: ""
        immutable: true
        kind: Secret
        metadata:
          annotations:
            kubectl.kubernetes.io/last-applied-configuration: |
              {"apiVersion":"v1","kind":"Secret","metadata":{"name":"a"}}
            note: 'it''s: "quoted"'
          creationTimestamp: "2026-01-01T00:00:00Z"
          labels: {}
          name: a
        type: Opaque

        """

    static let deployment = """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 1
          template:
            spec:
              containers:
              - args:
                - --url=http://example.com:80/#top
                - |-
                  set -e

                  echo "a: b"
                    exit 1
                - >
                  folded text
                  of two lines

                  and more
                env:
                - name: A
                  value: "1"
                - name: B
                  valueFrom: null
                image: nginx:1.2
                resources: {}
              volumes: []
        status:
          conditions:
          - message: 'Deployment "web" has a message that is so long that it goes on
              on the next line'
            type: Available
          - message: a plain message that is folded as
              well, at its end

        """

    static let list = """
        apiVersion: v1
        items:
        - apiVersion: v1
          data:
            script.sh: |
              #!/bin/sh
              # not a comment

              - not an item
              items:
              ---
            tabs: "a\\tb\\n\\
              \\ \\ c\\u00e9"
          kind: ConfigMap
        - - nested
          - - deeper
        -
          kind: Odd
        kind: List
        metadata:
          resourceVersion: ""

        """

    static let values = """
        # Values of a chart.
        image:   # where from
            repository: "nginx"
            tag: 1.2.3 # pinned
        list: [1, "two", {three: 3}]
        anchor: &a
          b: c
        merged:
          <<: *a
        tagged: !!str 1
        ? complex key
        : value
        text: |+2
            indented

          less

        last: é😀

        """

    static let everything = """
        ---
        "quoted key": 1
        'single key': 2
        zero:
        one: ~
        literal: |

           leading blank
          x
        keep: |+
          x


        strip: >-
          a
          b

           c
          d
        end: x
        ...

        """

    static let items =
        "  - kind: Secret\n    data:\n      a: b\n      c: |\n        d\n\n"
        + "    list:\n    - e\n    - f: g\n"
}
