namespace CryptoLessons.Interop.Tests;

/// <summary>Whose code a party runs.</summary>
public enum Side
{
    /// <summary>This repository's.</summary>
    Ours,

    /// <summary>The same as users run it: the command <c>cryptolessons peer</c>, in a process of its own.</summary>
    OurProcess,

    /// <summary>Signal's own library.</summary>
    Libsignal,
}
