namespace CryptoLessons.Scoreboards;

/// <summary>C15 to C17: what it costs everybody, and what is left to those who evade and to those who deny.</summary>
internal static class WhatItTakes
{
    public static IReadOnlyList<Criterion> Criteria { get; } =
    [
        new("C15", "bytes more", "bytes that a message puts on the wire beyond those of strict, on all its ways", How.Run,
            score => CriterionValue.Of(Math.Round(score.BytesMore, 2))),
        new("C16", "evader read", "of the target's messages read by warrant when everybody in the conversation encrypts once more by themselves", How.Run,
            score => CriterionValue.Of(score.Evading.Opened, score.Evading.Of)),
        new("C17", "deniable", "whether recipients can make messages in the sender's name that their own devices take for genuine", How.Run,
            score => CriterionValue.Of(score.Repudiable)),
    ];
}
