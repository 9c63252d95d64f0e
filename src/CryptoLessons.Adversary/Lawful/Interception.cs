namespace CryptoLessons.Adversary;

/// <summary>What a messenger does from now on because a warrant says so.</summary>
/// <param name="Ear">Whoever listens; it stands where a thief of the same secret would stand, and can do no less.</param>
/// <param name="Steps">Who had to do what, in order.</param>
public sealed record Interception(IInterceptor Ear, IReadOnlyList<LawfulStep> Steps);
