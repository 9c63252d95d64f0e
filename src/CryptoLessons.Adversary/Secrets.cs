namespace CryptoLessons.Adversary;

/// <summary>Which secrets a view holds.</summary>
public enum Secrets
{
    /// <summary>Those of the messenger that was played.</summary>
    Stolen,

    /// <summary>Those of an unrelated messenger of the same design with fresh keys: the control run, in which an attack must read nothing.</summary>
    Unrelated,
}
