namespace FashionRecs.Web.Research.Design;

/// <summary>When a researcher may look at results and decide.</summary>
public enum LookRule
{
    /// <summary>At any time: always-valid intervals.</summary>
    Always,

    /// <summary>At looks planned beforehand: group-sequential bounds.</summary>
    Planned,

    /// <summary>Once, at the planned size.</summary>
    Once,
}
