namespace CryptoLessons.Benchmarks.Reports;

/// <summary>The page's part on <see cref="KeyAgreement"/>, <see cref="KeyPairs"/> and <see cref="Signatures"/>.</summary>
internal static class PrimitivesSection
{
    /// <summary>Measures and writes.</summary>
    public static Section Write(InTurns turns)
    {
        var agreement = new KeyAgreement();
        IReadOnlyDictionary<string, Measured> agreements = turns.Compare(
            new(nameof(KeyAgreement.BouncyCastle), agreement.BouncyCastle, KeyAgreement.Keys),
            new(nameof(KeyAgreement.Own), agreement.Own, KeyAgreement.Keys),
            new(nameof(KeyAgreement.OwnAtOnce), agreement.OwnAtOnce, KeyAgreement.Keys),
            new(nameof(KeyAgreement.DotNetP256), agreement.DotNetP256, KeyAgreement.Keys));
        var pair = new KeyPairs();
        IReadOnlyDictionary<string, Measured> pairs = turns.Compare(
            new(nameof(KeyPairs.BouncyCastle), pair.BouncyCastle, KeyPairs.Pairs),
            new(nameof(KeyPairs.Own), pair.Own, KeyPairs.Pairs),
            new(nameof(KeyPairs.DotNetP256), pair.DotNetP256, KeyPairs.Pairs));
        var signature = new Signatures();
        IReadOnlyDictionary<string, Measured> signing = turns.Compare(
            new(nameof(Signatures.SignBouncyCastle), signature.SignBouncyCastle, Signatures.Batch),
            new(nameof(Signatures.SignOwn), signature.SignOwn, Signatures.Batch),
            new(nameof(Signatures.SignDotNet), signature.SignDotNet, Signatures.Batch));
        IReadOnlyDictionary<string, Measured> verifying = turns.Compare(
            new(nameof(Signatures.VerifyBouncyCastle), signature.VerifyBouncyCastle, Signatures.Batch),
            new(nameof(Signatures.VerifyOwn), signature.VerifyOwn, Signatures.Batch),
            new(nameof(Signatures.VerifyDotNet), signature.VerifyDotNet, Signatures.Batch));
        static string[] Row(string title, Measured measured) => [title, measured.Ratio.ToString(), measured.Microseconds, measured.Allocated];
        string table = MarkdownTable.Write(
            ["primitive", "time, in BouncyCastle's", "time, noisy", "bytes allocated"],
            [
                Row("agreement, X25519: BouncyCastle", agreements[nameof(KeyAgreement.BouncyCastle)]),
                Row("... ours", agreements[nameof(KeyAgreement.Own)]),
                Row($"... ours, {KeyAgreement.Keys} at once, each", agreements[nameof(KeyAgreement.OwnAtOnce)]),
                Row("... .NET, on P-256", agreements[nameof(KeyAgreement.DotNetP256)]),
                Row("new key pair: BouncyCastle", pairs[nameof(KeyPairs.BouncyCastle)]),
                Row("... ours", pairs[nameof(KeyPairs.Own)]),
                Row("... .NET, on P-256", pairs[nameof(KeyPairs.DotNetP256)]),
                Row("signature: BouncyCastle, Ed25519", signing[nameof(Signatures.SignBouncyCastle)]),
                Row("... ours, XEdDSA", signing[nameof(Signatures.SignOwn)]),
                Row("... .NET, ECDSA on P-256", signing[nameof(Signatures.SignDotNet)]),
                Row("its check: BouncyCastle, Ed25519", verifying[nameof(Signatures.VerifyBouncyCastle)]),
                Row("... ours, XEdDSA", verifying[nameof(Signatures.VerifyOwn)]),
                Row("... .NET, ECDSA on P-256", verifying[nameof(Signatures.VerifyDotNet)]),
            ]);
        return new($"""
            ## What do the primitives cost?

            .NET has neither X25519 nor Ed25519: what it has for the same purpose is on another curve, and in OpenSSL underneath.
            Kyber and ML-KEM have [a page](performance-post-quantum.md) of their own.

            {table}
            """);
    }
}
