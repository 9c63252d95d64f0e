namespace CryptoLessons.Adversary;

/// <summary>Whether the people attacked could know.</summary>
public enum Noticed
{
    /// <summary>Nothing on their devices differs from an undisturbed run.</summary>
    No,

    /// <summary>They see it when they compare something, such as safety numbers.</summary>
    IfCompared,

    /// <summary>A device told its owner by itself.</summary>
    Automatically,
}
