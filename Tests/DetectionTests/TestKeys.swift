/// Keys that nobody issued: the ids decode to the accounts of AWS's documentation, the secrets are made up.
enum TestKeys {
    static let ids = ["AKIARZPUZDIKHKKEN7O4", "AKIARZPUZDIKV43IMPFL", "AKIARZPUZDIKVFUPXQMB", "AKIARZPUZDIK2Y2NYRVD"]
    static let id = ids[0]
    static let temporary = "ASIARTX3GSDSQHKKEN7O"
    static let secrets = [
        "PtYgjmUhBel31iEl2hpChYgCfrL1spNxnyVmihA+", "2O76UMFxFkM+R5Kjp1vRt/1fjORS+6ilI8ihN5KX",
        "Sc7Tvo+hBKqFYY+kv5ZJr3J1TWDtkwtDDb/xHKas", "1VOqg6YYZYn9ZhyiA4uoRgnatmUdjAWtGSU8po/7",
    ]
    static let secret = secrets[0]
    static let canaries = ["AKIAQYLPMN5HHKKEN7O4", "AKIA6JVP4R6XV43IMPFL"]
    static let mailPassword = "BAL5wIScGebcy8F5n3+YNBDRzrZSgqbjG3uhkWKFLf6x"
    static let sessionToken =
        "IQoJb3JpZ2luX2VjuI5aHUQPFeNBTxaQWk8JzFalHlsZfYcMMDktXP+tKsf2rcDkdfrUnW5gcF/Ha6ili8GjHEAD6+Wj9KfzjsQGMrb9"
    static let userHMAC = "GOOG24IS7DIK62VSTQQZPT6Z"
    static let serviceAccountHMAC = "GOOG1EHXO77ZBKA74ZTJ2WYUHVAUVZHMASQXEZYEX3RDRGDSJPR3UMX3BZNFD"
    static let storageKey =
        "uilwNHTwZKxo9wD1sCs9xmb0W96qLMrtzStRV0EOTe5K8rNPQwoHNEfeY2wOgGyVe6aE1kMfterXQk0J4V0CTA=="
    static let clientSecret = "JDC8Q~cXQL~ioDnkHIfxIq2HZt~.PlJhx2jIclHk"
    static let olderClientSecret = "M2oeq3hDavJA76rNicHTp8hkqdlm7tOtHW"
    static let client = "5f1d2c3b-8a7e-4b6f-9c0d-1e2f3a4b5c6d"
    static let tenant = "0a9b8c7d-6e5f-4a3b-8c2d-1f0e9d8c7b6a"
    static let privateKeyID = "ff8eb8406e2f8a7fc4cce4dd9f0b4110d9f2fa00"
    static let email = "exporter@fixture-project.iam.gserviceaccount.com"
    static let privateKeyBody =
        "jY75FnCttn6kfaqDeMqG3omjMyXHCabM6JOF8EFd0Nhcy+1kGD2VD+eR1UYzaLiA+zNyD7CHLn+xC/1hsYgBds1ghxY5OokvQyx7eNWVQ4vn"
        + "akJkS1pAWTN3lg8zV5yPU8d0FZfWe7ihGyiRUIQfHOJMaidDn87XG3+q+xbMtEPO6UkzYuF0ie9Pu2njHkAm1+5wDr16"
    static let privateKey = "-----BEGIN PRIVATE KEY-----\n\(privateKeyBody)\n-----END PRIVATE KEY-----\n"
    /// Everything that no output may hold.
    static let allSecret =
        secrets + [mailPassword, sessionToken, storageKey, clientSecret, olderClientSecret, privateKeyBody]
}
