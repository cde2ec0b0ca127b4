namespace FashionRecs.Experiments.Lifecycle;

/// <summary>Where an experiment stands. Only a running one assigns units.</summary>
public enum ExperimentState
{
    /// <summary>Being written; everything may change.</summary>
    Draft,

    /// <summary>Complete and waiting for a second pair of eyes; nothing may change but the state.</summary>
    Review,

    /// <summary>Assigning units; arms and weights change only with a new phase.</summary>
    Running,

    /// <summary>No longer assigning; results stay.</summary>
    Stopped,

    /// <summary>Put away; for good.</summary>
    Archived,
}
